package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Platforms side by side.
///
/// @param definitions what the derived numbers mean, by id
public record PlatformComparisonAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        List<Row> platforms,
        Map<String, String> definitions) {
    /// One platform.
    ///
    /// @param accounts in view
    /// @param share of the total over all platforms in view, for what adds; null where either is missing
    /// @param perPost averages over the posts published in the period, whatever the basis
    /// @param perFollower what adds, divided by the followers at the end of the period; null unless the level of
    ///     each account is known
    public record Row(
            Platform platform,
            int accounts,
            Map<String, MetricAnswer> metrics,
            MetricAnswer engagement,
            Map<String, @Nullable Double> share,
            Map<String, AverageAnswer> perPost,
            Map<String, @Nullable Double> perFollower,
            Map<String, RateAnswer> rates,
            FollowersAnswer followers,
            PublishedAnswer published) {}
}
