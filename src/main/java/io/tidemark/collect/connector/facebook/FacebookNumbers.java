package io.tidemark.collect.connector.facebook;

import static io.tidemark.collect.connector.graph.MetricTable.is;

import io.tidemark.collect.connector.graph.MetricTable;
import io.tidemark.metric.Metric;

/// Facebook's names of numbers. The earlier ones are those of older versions and of old answers; nobody asks
/// for them.
final class FacebookNumbers {
    static final MetricTable OF_POSTS = MetricTable.of(
            is("post_media_view", Metric.IMPRESSIONS),
            is("post_impressions", Metric.IMPRESSIONS),
            is("post_total_media_view_unique", Metric.REACH),
            is("post_impressions_unique", Metric.REACH),
            is("post_clicks", Metric.CLICKS),
            is("post_clicks_by_type", "link clicks", Metric.LINK_CLICKS),
            is("post_reactions_by_type_total", Metric.REACTIONS),
            is("post_video_views", Metric.VIDEO_VIEWS_3S),
            is("post_video_view_time", Metric.WATCH_TIME_SECONDS));

    static final MetricTable OF_REELS = MetricTable.of(
            is("fb_reels_total_plays", Metric.VIDEO_VIEWS),
            is("blue_reels_play_count", Metric.VIDEO_VIEWS),
            is("post_video_view_time", Metric.WATCH_TIME_SECONDS),
            is("post_video_followers", Metric.FOLLOWS),
            is("post_video_likes_by_reaction_type", Metric.REACTIONS),
            is("post_video_social_actions", "COMMENT", Metric.COMMENTS),
            is("post_video_social_actions", "SHARE", Metric.SHARES),
            is("post_impressions_unique", Metric.REACH));

    static final MetricTable OF_DAYS = MetricTable.of(
            is("page_media_view", Metric.IMPRESSIONS),
            is("page_impressions", Metric.IMPRESSIONS),
            is("page_total_media_view_unique", Metric.REACH),
            is("page_impressions_unique", Metric.REACH),
            is("page_video_views", Metric.VIDEO_VIEWS_3S),
            is("page_video_view_time", Metric.WATCH_TIME_SECONDS),
            is("page_actions_post_reactions_total", Metric.REACTIONS),
            is("page_views_total", Metric.PROFILE_VISITS),
            is("page_daily_follows", Metric.FOLLOWS),
            is("page_post_engagements", Metric.NATIVE_ENGAGEMENTS));

    static final String POST_METRICS = "post_media_view,post_total_media_view_unique,post_clicks,post_clicks_by_type";
    static final String VIDEO_METRICS = POST_METRICS + ",post_video_views,post_video_view_time";
    static final String DAY_METRICS = "page_media_view,page_total_media_view_unique,page_video_views,"
            + "page_video_view_time,page_actions_post_reactions_total,page_views_total,page_daily_follows,"
            + "page_post_engagements";

    private FacebookNumbers() {}
}
