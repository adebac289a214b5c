package io.tidemark.collect.connector.instagram;

import static io.tidemark.collect.connector.graph.MetricTable.is;

import io.tidemark.collect.connector.graph.MetricTable;
import io.tidemark.metric.Metric;

/// Instagram's names of numbers.
final class InstagramNumbers {
    static final MetricTable OF_MEDIA = MetricTable.of(
            is("views", Metric.IMPRESSIONS),
            is("impressions", Metric.IMPRESSIONS),
            is("reach", Metric.REACH),
            is("ig_reels_video_view_total_time", Metric.WATCH_TIME_SECONDS),
            is("likes", Metric.LIKES),
            is("comments", Metric.COMMENTS),
            is("replies", Metric.COMMENTS),
            is("shares", Metric.SHARES),
            is("reposts", Metric.REPOSTS),
            is("saved", Metric.SAVES),
            is("link_clicks", Metric.LINK_CLICKS),
            is("profile_visits", Metric.PROFILE_VISITS),
            is("follows", Metric.FOLLOWS),
            is("total_interactions", Metric.NATIVE_ENGAGEMENTS));

    static final MetricTable OF_DAYS = MetricTable.of(
            is("views", Metric.IMPRESSIONS),
            is("reach", Metric.REACH),
            is("likes", Metric.LIKES),
            is("comments", Metric.COMMENTS),
            is("shares", Metric.SHARES),
            is("reposts", Metric.REPOSTS),
            is("saves", Metric.SAVES),
            is("profile_links_taps", Metric.CLICKS),
            is("profile_views", Metric.PROFILE_VISITS),
            is("total_interactions", Metric.NATIVE_ENGAGEMENTS));

    /// Told by whether people followed or left; those who followed count.
    static final String FOLLOWS = "follows_and_unfollows";

    static final String FEED =
            "views,reach,likes,comments,saved,shares,reposts,total_interactions,follows,profile_visits";
    static final String REELS =
            "views,reach,likes,comments,saved,shares,reposts,total_interactions,ig_reels_video_view_total_time";
    static final String STORY =
            "views,reach,replies,shares,reposts,total_interactions,follows,profile_visits,link_clicks";
    static final String SERIES = "reach";
    static final String TOTALS =
            "views,likes,comments,shares,saves,reposts,total_interactions,profile_links_taps,profile_views";

    private InstagramNumbers() {}
}
