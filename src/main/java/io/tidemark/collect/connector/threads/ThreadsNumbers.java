package io.tidemark.collect.connector.threads;

import static io.tidemark.collect.connector.graph.MetricTable.is;

import io.tidemark.collect.connector.graph.MetricTable;
import io.tidemark.metric.Metric;

/// Which of Threads' numbers is which metric. The views of a post are how often it was shown; those of an account are
/// how often somebody looked at its profile.
final class ThreadsNumbers {
    static final MetricTable OF_POSTS = MetricTable.of(
            is("views", Metric.IMPRESSIONS),
            is("likes", Metric.LIKES),
            is("replies", Metric.COMMENTS),
            is("reposts", Metric.REPOSTS),
            is("quotes", Metric.QUOTES),
            is("shares", Metric.SHARES));

    static final MetricTable OF_DAYS = MetricTable.of(
            is("views", Metric.PROFILE_VISITS),
            is("likes", Metric.LIKES),
            is("replies", Metric.COMMENTS),
            is("reposts", Metric.REPOSTS),
            is("quotes", Metric.QUOTES),
            is("clicks", Metric.LINK_CLICKS));

    static final MetricTable OF_ACCOUNTS = MetricTable.of(is("followers_count", Metric.FOLLOWERS));

    static final String POST = "views,likes,replies,reposts,quotes,shares";
    static final String SERIES = "views";
    static final String TOTALS = "likes,replies,reposts,quotes,clicks";
    static final String LEVELS = "followers_count";

    private ThreadsNumbers() {}
}
