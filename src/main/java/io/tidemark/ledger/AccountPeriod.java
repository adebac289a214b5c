package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/// What an account's platform said of a week, month, quarter or year, rolled up from its days.
///
/// @param reporting how many of the days report a metric
public record AccountPeriod(Key key, Instant observedAt, MetricValues values, ToIntFunction<Metric> reporting) {
    /// @param granularity `week`, `month`, `quarter` or `year`
    public record Key(long accountId, String granularity, LocalDate start) {}
}
