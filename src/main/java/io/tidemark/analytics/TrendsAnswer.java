package io.tidemark.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How numbers went over a period.
///
/// @param points one for every stretch of the period, without gaps
public record TrendsAnswer(
        long businessId,
        PeriodAnswer period,
        long dataVersion,
        @Nullable Instant asOf,
        Granularity granularity,
        List<Point> points,
        List<String> sources,
        List<String> bucketZones) {
    /// One stretch.
    ///
    /// @param date its first day
    /// @param posts published in it
    /// @param metrics by key
    public record Point(LocalDate date, int posts, Map<String, Value> metrics) {}

    /// @param value null where nobody reported, which is never 0; so also on the published basis for a stretch without
    ///     posts
    public record Value(@Nullable Double value, Status status, boolean provisional, boolean estimated) {}
}
