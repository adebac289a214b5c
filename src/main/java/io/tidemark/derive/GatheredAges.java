package io.tidemark.derive;

import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Past;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.StandardAge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Values of posts at all standard ages, gathered post by post by several threads.
final class GatheredAges {
    private static final int FIRST_CAPACITY = 1_024;

    private final Map<StandardAge, AgedPosts.Builder> builders = new EnumMap<>(StandardAge.class);

    void add(long postId, PostActivity activity) {
        activity.atAges().forEach(at -> add(postId, at.age(), at.values()));
    }

    private synchronized void add(long postId, StandardAge age, MetricValues values) {
        AgedPosts.Builder builder = builders.computeIfAbsent(age, first -> AgedPosts.builder(FIRST_CAPACITY));
        builder.post(postId);
        for (Metric metric : values.present()) {
            builder.set(metric, values.orNaN(metric));
        }
    }

    /// Those of the posts that have not changed since.
    void addUnchanged(Past past) {
        past.forEachUnchangedAge((postId, hours, values) ->
                add(postId, StandardAge.ofHours(hours).orElseThrow(), values));
    }

    Map<StandardAge, AgedPosts> build(PostFrame posts, List<FrameAccount> accounts) {
        Map<StandardAge, AgedPosts> ages = new EnumMap<>(StandardAge.class);
        for (StandardAge age : StandardAge.values()) {
            ages.put(age, builders.getOrDefault(age, AgedPosts.builder(0)).build(posts, accounts));
        }
        return ages;
    }
}
