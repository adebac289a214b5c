package io.tidemark.collect.demo;

import io.tidemark.metric.Metric;

/// How the demonstration makes up the values of a metric.
enum Measure {
    /// A fixed part of how often the post was shown.
    PART,
    /// The same, and only of posts that move.
    MOVING,
    /// Seconds watched.
    TIME,
    /// People doing something, independently of one another.
    REACTION,
    /// Reactions added up by the platform.
    SUM,
    /// Not of posts.
    LEVEL;

    static Measure of(Metric metric) {
        return switch (metric) {
            case IMPRESSIONS, IMPRESSIONS_ORGANIC, IMPRESSIONS_PAID, REACH, VIDEO_VIEWS, ENGAGED_VIEWS -> PART;
            case VIDEO_VIEWS_3S -> MOVING;
            case WATCH_TIME_SECONDS -> TIME;
            case LIKES,
                    REACTIONS,
                    COMMENTS,
                    SHARES,
                    REPOSTS,
                    QUOTES,
                    SAVES,
                    CLICKS,
                    LINK_CLICKS,
                    PROFILE_VISITS,
                    FOLLOWS -> REACTION;
            case NATIVE_ENGAGEMENTS -> SUM;
            case FOLLOWERS -> LEVEL;
        };
    }
}
