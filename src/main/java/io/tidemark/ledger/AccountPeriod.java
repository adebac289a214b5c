package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/// What an account's platform said of a week, month, quarter or year, rolled up from its days.
///
/// @param reporting how many of the days report a metric
/// @param imported how many of the days are
/// @param importedFollowers of how many of the days the follower count is
public record AccountPeriod(
        Key key,
        Instant observedAt,
        MetricValues values,
        ToIntFunction<Metric> reporting,
        int imported,
        int importedFollowers) {
    /// @param granularity `week`, `month`, `quarter` or `year`
    public record Key(long accountId, String granularity, LocalDate start) {}
}
