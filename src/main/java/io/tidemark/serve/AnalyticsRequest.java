package io.tidemark.serve;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Granularity;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question about a business, as the query string asks it.
///
/// @param granularity of `trends` alone
/// @param metrics of `trends` alone; empty for all
/// @param asOf null for the present
public record AnalyticsRequest(
        long businessId,
        AnalyticsQuery query,
        Granularity granularity,
        Set<Metric> metrics,
        @Nullable Instant asOf) {
    public AnalyticsRequest {
        metrics = Set.copyOf(metrics);
    }
}
