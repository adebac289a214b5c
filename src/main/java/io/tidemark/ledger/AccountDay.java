package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What an account's platform said about one of its days, with the last follower count read in it.
///
/// @param observedAt the newest observation among the values
/// @param imported whether an export file said any of them, followers left out
/// @param importedFollowers whether an export file said the follower count
public record AccountDay(
        long accountId,
        LocalDate day,
        Instant observedAt,
        MetricValues values,
        boolean imported,
        boolean importedFollowers) {
    private static final List<Metric> ALL = Arrays.asList(Metric.values());

    /// Of `analytics_summaries s`, as [#next] reads them.
    static final String COLUMNS = "s.account_id, s.period_start, s.observed_at, s.imported_n, s.imported_followers_n, "
            + ALL.stream().map(metric -> "s." + metric.key()).collect(Collectors.joining(", "));

    static AccountDay next(BinaryRow row) {
        long account = row.nextLong();
        LocalDate day = row.nextDay();
        Instant observedAt = Objects.requireNonNull(row.nextInstant());
        boolean imported = row.nextInt(0) > 0;
        boolean importedFollowers = row.nextInt(0) > 0;
        return new AccountDay(account, day, observedAt, row.nextValues(ALL), imported, importedFollowers);
    }
}
