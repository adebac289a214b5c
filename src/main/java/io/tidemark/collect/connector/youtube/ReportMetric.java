package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A number of the Analytics API. Views in today's meaning and in the former one are two.
enum ReportMetric {
    VIEWS("views", Metric.VIDEO_VIEWS, 1),
    ENGAGED_VIEWS("engagedViews", Metric.ENGAGED_VIEWS, 1),
    MINUTES_WATCHED("estimatedMinutesWatched", Metric.WATCH_TIME_SECONDS, 60),
    LIKES("likes", Metric.LIKES, 1),
    COMMENTS("comments", Metric.COMMENTS, 1),
    SHARES("shares", Metric.SHARES, 1),
    SUBSCRIBERS_GAINED("subscribersGained", Metric.FOLLOWS, 1);

    /// What is shipped of days.
    static final String OF_DAYS = join(values());
    /// Of videos: what the Data API does not tell at once.
    static final String OF_VIDEOS = join(ENGAGED_VIEWS, MINUTES_WATCHED, SHARES, SUBSCRIBERS_GAINED);

    private final String field;
    private final Metric metric;
    private final double factor;

    ReportMetric(String field, Metric metric, double factor) {
        this.field = field;
        this.metric = metric;
        this.factor = factor;
    }

    /// YouTube's own names of all.
    static Set<String> fields() {
        return Arrays.stream(values()).map(one -> one.field).collect(Collectors.toSet());
    }

    /// @param cells the value under a name; a missing node where there is none
    static MetricValues read(Function<String, JsonNode> cells) {
        MetricValues.Builder values = MetricValues.builder();
        for (ReportMetric one : values()) {
            Numbers.read(cells.apply(one.field)).ifPresent(value -> values.put(one.metric, value * one.factor));
        }
        return values.build();
    }

    private static String join(ReportMetric... metrics) {
        return Arrays.stream(metrics).map(one -> one.field).collect(Collectors.joining(","));
    }
}
