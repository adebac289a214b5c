package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.ActivitySplit;
import java.util.Locale;

/// Says what happened in a period on posts of any age, which is what its figures show, before the posts published in it
/// are looked at alone.
final class ActivitySentence {
    private final WhyMetric metric;
    private final ActivitySplit activity;

    ActivitySentence(WhyMetric metric, ActivitySplit activity) {
        this.metric = metric;
        this.activity = activity;
    }

    /// @param ofPosts what is said of the posts published
    String before(String ofPosts) {
        return ("%s on posts of any age %s (from %s to %s): %s on posts published in the period and %s on older ones."
                        + " Of the posts published in the two periods alone: %s")
                .formatted(
                        metric.title(),
                        moved(),
                        number(activity.previous()),
                        number(activity.value()),
                        signed(activity.newPostsChange()),
                        signed(activity.olderPostsChange()),
                        ofPosts.substring(0, 1).toLowerCase(Locale.ROOT) + ofPosts.substring(1));
    }

    private String moved() {
        if (activity.change() == 0) {
            return "did not change";
        }
        String verb = activity.change() > 0 ? "rose" : "fell";
        return activity.previous() > 0
                ? verb + " by " + WhySentence.percent(Math.abs(activity.change()) / activity.previous())
                : verb;
    }

    private static String signed(double change) {
        return (change < 0 ? "−" : "+") + number(Math.abs(change));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
