package io.tidemark.collect.demo;

import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A post with all that decides how its counters will grow.
///
/// @param shown how often it will have been shown in the end
/// @param engagement how readily people react, relative to the account's usual post
/// @param growth its own curve
record PlannedPost(
        int number,
        List<Alias> aliases,
        Style style,
        Instant publishedAt,
        String text,
        String url,
        boolean boosted,
        double shown,
        double engagement,
        Growth growth,
        Incident incident) {
    PlannedPost {
        aliases = List.copyOf(aliases);
    }

    PostVersion version(boolean deleted) {
        return new PostVersion(
                publishedAt, style.placement(), style.format(), text, url, boosted ? Boosted.YES : Boosted.NO, deleted);
    }

    double reachedAt(Instant instant) {
        return growth.reached(hours(Duration.between(publishedAt, instant)));
    }

    PlannedPost with(Incident happening) {
        return new PlannedPost(
                number, aliases, style, publishedAt, text, url, boosted, shown, engagement, growth, happening);
    }

    static double hours(Duration duration) {
        return duration.toSeconds() / 3600.0;
    }
}
