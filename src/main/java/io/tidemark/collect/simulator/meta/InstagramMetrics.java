package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.metric.Metric;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of the world's numbers stands behind each of Instagram's names, and what its accounts post.
final class InstagramMetrics {
    static final String IMAGE = "IMAGE";
    static final String CAROUSEL = "CAROUSEL_ALBUM";
    static final String VIDEO = "VIDEO";
    static final String REELS = "REELS";
    static final String STORY = "STORY";

    private static final Map<String, Metric> OF_ALL = Map.of(
            "views", Metric.IMPRESSIONS,
            "reach", Metric.REACH,
            "shares", Metric.SHARES,
            "reposts", Metric.REPOSTS,
            "total_interactions", Metric.NATIVE_ENGAGEMENTS);

    private static final Map<String, Metric> OF_FEED = with(Map.of(
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "saved", Metric.SAVES,
            "follows", Metric.FOLLOWS,
            "profile_visits", Metric.PROFILE_VISITS));

    private static final Map<String, Metric> OF_REELS = with(Map.of(
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "saved", Metric.SAVES,
            "ig_reels_video_view_total_time", Metric.WATCH_TIME_SECONDS));

    private static final Map<String, Metric> OF_STORIES = with(Map.of(
            "replies", Metric.COMMENTS,
            "follows", Metric.FOLLOWS,
            "profile_visits", Metric.PROFILE_VISITS,
            "link_clicks", Metric.LINK_CLICKS));

    static final Map<String, Metric> SERIES = Map.of("reach", Metric.REACH);

    static final Map<String, Metric> TOTALS = Map.of(
            "views", Metric.IMPRESSIONS,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "saves", Metric.SAVES,
            "reposts", Metric.REPOSTS,
            "total_interactions", Metric.NATIVE_ENGAGEMENTS,
            "profile_links_taps", Metric.LINK_CLICKS,
            "profile_views", Metric.PROFILE_VISITS);

    static final String FOLLOWS = "follows_and_unfollows";

    private InstagramMetrics() {}

    /// Metrics of a kind of post.
    static Map<String, Metric> of(String kind) {
        return switch (kind) {
            case REELS -> OF_REELS;
            case STORY -> OF_STORIES;
            default -> OF_FEED;
        };
    }

    static List<AccountPlan.Kind> kinds() {
        Map<Metric, Double> feed = typical(Map.of(
                Metric.LIKES, 140.0,
                Metric.SAVES, 12.0,
                Metric.FOLLOWS, 3.0,
                Metric.PROFILE_VISITS, 22.0));
        Map<Metric, Double> reels =
                typical(Map.of(Metric.LIKES, 260.0, Metric.SAVES, 30.0, Metric.WATCH_TIME_SECONDS, 14_000.0));
        Map<Metric, Double> stories = typical(Map.of(
                Metric.LINK_CLICKS, 6.0,
                Metric.FOLLOWS, 1.0,
                Metric.PROFILE_VISITS, 5.0));
        return List.of(
                new AccountPlan.Kind(IMAGE, 3, 14, feed),
                new AccountPlan.Kind(CAROUSEL, 2, 16, feed),
                new AccountPlan.Kind(VIDEO, 1, 16, feed),
                new AccountPlan.Kind(REELS, 3, 40, reels),
                new AccountPlan.Kind(STORY, 4, 5, stories));
    }

    private static Map<Metric, Double> typical(Map<Metric, Double> more) {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.IMPRESSIONS, 3400.0);
        typical.put(Metric.REACH, 2200.0);
        typical.put(Metric.COMMENTS, 9.0);
        typical.put(Metric.SHARES, 14.0);
        typical.put(Metric.REPOSTS, 2.0);
        typical.put(Metric.NATIVE_ENGAGEMENTS, 180.0);
        typical.putAll(more);
        return typical;
    }

    private static Map<String, Metric> with(Map<String, Metric> more) {
        Map<String, Metric> names = new HashMap<>(OF_ALL);
        names.putAll(more);
        return Map.copyOf(names);
    }
}
