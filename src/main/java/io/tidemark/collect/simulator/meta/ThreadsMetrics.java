package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.metric.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which of the world's numbers stands behind each of Threads' names, and what its accounts post.
final class ThreadsMetrics {
    static final String TEXT = "text";
    static final String LINK = "link";
    static final String POLL = "poll";
    static final String IMAGE = "image";
    static final String CAROUSEL = "carousel";
    static final String VIDEO = "video";
    static final String REPOST = "repost";

    static final Map<String, Metric> OF_POSTS = Map.of(
            "views", Metric.IMPRESSIONS,
            "likes", Metric.LIKES,
            "replies", Metric.COMMENTS,
            "reposts", Metric.REPOSTS,
            "quotes", Metric.QUOTES,
            "shares", Metric.SHARES);

    static final String VIEWS = "views";
    static final String CLICKS = "clicks";
    static final String FOLLOWERS = "followers_count";

    /// Told as one number of all that is asked for.
    static final Map<String, Metric> TOTALS = Map.of(
            "likes",
            Metric.LIKES,
            "replies",
            Metric.COMMENTS,
            "reposts",
            Metric.REPOSTS,
            "quotes",
            Metric.QUOTES,
            CLICKS,
            Metric.LINK_CLICKS);

    private ThreadsMetrics() {}

    static List<AccountPlan.Kind> kinds() {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.IMPRESSIONS, 1_300.0);
        typical.put(Metric.LIKES, 32.0);
        typical.put(Metric.COMMENTS, 5.0);
        typical.put(Metric.REPOSTS, 3.0);
        typical.put(Metric.QUOTES, 1.0);
        typical.put(Metric.SHARES, 2.0);
        typical.put(Metric.LINK_CLICKS, 4.0);
        typical.put(Metric.PROFILE_VISITS, 14.0);
        return List.of(
                new AccountPlan.Kind(TEXT, 4, 4, typical),
                new AccountPlan.Kind(LINK, 1, 4, typical),
                new AccountPlan.Kind(POLL, 1, 6, typical),
                new AccountPlan.Kind(IMAGE, 3, 6, typical),
                new AccountPlan.Kind(CAROUSEL, 1, 7, typical),
                new AccountPlan.Kind(VIDEO, 1, 8, typical),
                // Whatever comes of it belongs to the post that was passed on.
                new AccountPlan.Kind(REPOST, 1, 4, Map.of()));
    }
}
