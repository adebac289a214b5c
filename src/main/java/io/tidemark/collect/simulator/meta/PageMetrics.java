package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.metric.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which of the world's numbers stands behind each of Facebook's names, and what pages post.
final class PageMetrics {
    static final String TEXT = "text";
    static final String PHOTO = "photo";
    static final String ALBUM = "album";
    static final String LINK = "link";
    static final String VIDEO = "video";
    static final String REEL = "reel";

    static final String CLICKS_BY_KIND = "post_clicks_by_type";
    static final String REACTIONS_BY_KIND = "post_reactions_by_type_total";

    static final Map<String, Metric> OF_POSTS = Map.of(
            "post_media_view",
            Metric.IMPRESSIONS,
            "post_total_media_view_unique",
            Metric.REACH,
            "post_clicks",
            Metric.CLICKS,
            CLICKS_BY_KIND,
            Metric.LINK_CLICKS,
            REACTIONS_BY_KIND,
            Metric.REACTIONS,
            "post_video_views",
            Metric.VIDEO_VIEWS_3S,
            "post_video_view_time",
            Metric.WATCH_TIME_SECONDS);

    static final Map<String, Metric> OF_REELS = Map.of(
            "fb_reels_total_plays", Metric.VIDEO_VIEWS,
            "post_video_view_time", Metric.WATCH_TIME_SECONDS,
            "post_video_followers", Metric.FOLLOWS);

    static final String REACTIONS_OF_DAY = "page_actions_post_reactions_total";

    static final Map<String, Metric> OF_DAYS = Map.of(
            "page_media_view",
            Metric.IMPRESSIONS,
            "page_total_media_view_unique",
            Metric.REACH,
            "page_video_views",
            Metric.VIDEO_VIEWS_3S,
            "page_video_view_time",
            Metric.WATCH_TIME_SECONDS,
            REACTIONS_OF_DAY,
            Metric.REACTIONS,
            "page_views_total",
            Metric.PROFILE_VISITS,
            "page_daily_follows",
            Metric.FOLLOWS,
            "page_post_engagements",
            Metric.NATIVE_ENGAGEMENTS);

    private static final Map<Metric, Double> OF_ALL = Map.of(
            Metric.IMPRESSIONS, 2400.0,
            Metric.REACH, 1700.0,
            Metric.CLICKS, 60.0,
            Metric.REACTIONS, 45.0,
            Metric.COMMENTS, 6.0,
            Metric.SHARES, 3.0,
            Metric.PROFILE_VISITS, 12.0,
            Metric.NATIVE_ENGAGEMENTS, 110.0);

    private PageMetrics() {}

    static List<AccountPlan.Kind> kinds() {
        Map<Metric, Double> ofVideos = Map.of(Metric.VIDEO_VIEWS_3S, 900.0, Metric.WATCH_TIME_SECONDS, 5200.0);
        Map<Metric, Double> ofReels =
                Map.of(Metric.VIDEO_VIEWS, 3100.0, Metric.WATCH_TIME_SECONDS, 9100.0, Metric.FOLLOWS, 4.0);
        return List.of(
                kind(TEXT, 1, 9, Map.of()),
                kind(PHOTO, 3, 12, Map.of()),
                kind(ALBUM, 1, 12, Map.of()),
                kind(LINK, 2, 8, Map.of(Metric.LINK_CLICKS, 25.0)),
                kind(VIDEO, 1, 20, ofVideos),
                kind(REEL, 2, 30, ofReels));
    }

    private static AccountPlan.Kind kind(String name, double share, double halfLife, Map<Metric, Double> more) {
        Map<Metric, Double> typical = new EnumMap<>(OF_ALL);
        typical.putAll(more);
        return new AccountPlan.Kind(name, share, halfLife, typical);
    }
}
