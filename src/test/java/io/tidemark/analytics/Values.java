package io.tidemark.analytics;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;

/// Metric values written as pairs.
final class Values {
    private Values() {}

    static MetricValues reporting(Object... pairs) {
        MetricValues.Builder builder = MetricValues.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            builder.put((Metric) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return builder.build();
    }
}
