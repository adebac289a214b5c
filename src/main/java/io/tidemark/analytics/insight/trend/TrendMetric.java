package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.TrendsRequest;
import io.tidemark.metric.Metric;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a trend can be looked at of: engagement, or anything that happens on days. A level, such as
/// followers, has no days of its own.
///
/// @param metric null for engagement
public record TrendMetric(@Nullable Metric metric) {
    public static final TrendMetric ENGAGEMENT = new TrendMetric(null);

    public String key() {
        return metric == null ? TrendsRequest.ENGAGEMENT : metric.key();
    }

    /// Its name in a sentence.
    Value name() {
        return metric == null ? Value.figure(key(), "Engagement") : Value.metric(metric);
    }

    public static Optional<TrendMetric> find(String key) {
        return all().filter(one -> one.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return all().map(TrendMetric::key).toList();
    }

    private static Stream<TrendMetric> all() {
        return Stream.concat(
                Stream.of(ENGAGEMENT),
                Arrays.stream(Metric.values()).filter(Metric::ofPosts).map(TrendMetric::new));
    }
}
