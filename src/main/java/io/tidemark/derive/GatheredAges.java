package io.tidemark.derive;

import io.tidemark.analytics.activity.AtAge;
import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Values of posts at all standard ages, gathered post by post.
final class GatheredAges {
    private static final int FIRST_CAPACITY = 1_024;

    private final Map<StandardAge, AgedPosts.Builder> builders = new EnumMap<>(StandardAge.class);

    void add(long postId, PostActivity activity) {
        for (AtAge at : activity.atAges()) {
            AgedPosts.Builder builder = builders.computeIfAbsent(at.age(), age -> AgedPosts.builder(FIRST_CAPACITY));
            builder.post(postId);
            for (Metric metric : at.values().present()) {
                builder.set(metric, at.values().orNaN(metric));
            }
        }
    }

    Map<StandardAge, AgedPosts> build(PostFrame posts, List<FrameAccount> accounts) {
        Map<StandardAge, AgedPosts> ages = new EnumMap<>(StandardAge.class);
        for (StandardAge age : StandardAge.values()) {
            ages.put(age, builders.getOrDefault(age, AgedPosts.builder(0)).build(posts, accounts));
        }
        return ages;
    }
}
