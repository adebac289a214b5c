package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.ActivitySplit;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;

/// Says what happened in a period on posts of any age, which is what its figures show, before the posts published in it
/// are looked at alone.
final class ActivitySentence {
    private static final Sentence SAME = Sentence.of(
            "activity_same",
            "{metric} on posts of any age did not change (from {previous} to {value}): {new} on posts published in the"
                    + " period and {older} on older ones.");
    private static final Sentence ROSE_BY = Sentence.of(
            "activity_rose_by",
            "{metric} on posts of any age rose by {size} (from {previous} to {value}): {new} on posts published in the"
                    + " period and {older} on older ones.");
    private static final Sentence FELL_BY = Sentence.of(
            "activity_fell_by",
            "{metric} on posts of any age fell by {size} (from {previous} to {value}): {new} on posts published in the"
                    + " period and {older} on older ones.");
    private static final Sentence ROSE = Sentence.of(
            "activity_rose",
            "{metric} on posts of any age rose (from {previous} to {value}): {new} on posts published in the period and"
                    + " {older} on older ones.");
    private static final Sentence FELL = Sentence.of(
            "activity_fell",
            "{metric} on posts of any age fell (from {previous} to {value}): {new} on posts published in the period and"
                    + " {older} on older ones.");
    private static final Sentence BEFORE_POSTS =
            Sentence.of("activity_before_posts", "{activity} Of the posts published in the two periods alone: {posts}");

    private final WhyMetric metric;
    private final ActivitySplit activity;

    ActivitySentence(WhyMetric metric, ActivitySplit activity) {
        this.metric = metric;
        this.activity = activity;
    }

    /// @param ofPosts what is said of the posts published
    Said before(Said ofPosts) {
        return BEFORE_POSTS.said(Map.of("activity", Value.clause(said()), "posts", Value.clause(ofPosts)));
    }

    private Said said() {
        Value previous = Value.count(activity.previous());
        Value value = Value.count(activity.value());
        Value onNew = Value.signedCount(activity.newPostsChange());
        Value onOlder = Value.signedCount(activity.olderPostsChange());
        double change = activity.change();
        if (change == 0 || !(activity.previous() > 0)) {
            return (change == 0 ? SAME : change > 0 ? ROSE : FELL)
                    .said(Map.of(
                            "metric", metric.inWords(),
                            "previous", previous,
                            "value", value,
                            "new", onNew,
                            "older", onOlder));
        }
        return (change > 0 ? ROSE_BY : FELL_BY)
                .said(Map.of(
                        "metric", metric.inWords(),
                        "size", WhySentence.percent(Math.abs(change) / activity.previous()),
                        "previous", previous,
                        "value", value,
                        "new", onNew,
                        "older", onOlder));
    }
}
