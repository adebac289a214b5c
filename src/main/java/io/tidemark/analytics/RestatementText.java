package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A restatement as a sentence or two.
///
/// @param platform whose it is
record RestatementText(Platform platform, TrendsAnswer.Restated restated) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    String text(Basis basis) {
        boolean ofPosts = restated.unit() == Coverage.Unit.POST;
        StringBuilder text = new StringBuilder(platform.title())
                .append(ofPosts ? " took back a part of what it had counted for " : " changed ")
                .append(items(ofPosts))
                .append(restated.accounts() > 1 ? " of " + restated.accounts() + " accounts" : "")
                .append(", seen on ")
                .append(DAY.format(restated.seenOn()));
        Double before = restated.before();
        Double after = restated.after();
        if (before != null && after != null) {
            text.append(String.format(Locale.ENGLISH, ": %,.0f before, %,.0f since", before, after));
        }
        text.append('.');
        if (ofPosts && basis == Basis.ACTIVITY) {
            text.append(" It counts as no activity.");
        }
        Instant asOf = restated.asOf();
        if (asOf != null) {
            text.append(" What it said before is told as of ").append(asOf).append('.');
        }
        return text.toString();
    }

    private String items(boolean ofPosts) {
        if (restated.items() == 1) {
            return ofPosts ? "a post" : "a settled day";
        }
        return restated.items() + (ofPosts ? " posts" : " settled days");
    }
}
