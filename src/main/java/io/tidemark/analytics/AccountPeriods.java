package io.tidemark.analytics;

import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Rolls up what platforms themselves said of an account's days: sums of what adds, the last level of a gauge, and
/// nothing of a unique, whose days count the same people again.
public final class AccountPeriods {
    private static final Metric[] METRICS = Metric.values();

    private AccountPeriods() {}

    /// One day of an account.
    ///
    /// @param observedAt seconds since the epoch
    /// @param imported whether an export file said any of it, followers left out
    /// @param importedFollowers whether an export file said how many followers there were
    public record Day(
            long accountId,
            int epochDay,
            long observedAt,
            MetricValues values,
            boolean imported,
            boolean importedFollowers) {}

    /// @param start epoch day on which the period begins
    public record Key(long accountId, SummaryPeriod period, int start) {}

    /// @param observedAt the newest observation among its days
    /// @param reporting how many of its days reported a metric
    /// @param imported how many of its days are
    /// @param importedFollowers of how many of its days the followers are
    public record Total(
            Key key,
            long observedAt,
            MetricValues values,
            ToIntFunction<Metric> reporting,
            int imported,
            int importedFollowers) {}

    /// The longer periods that a day lies in.
    public static List<Key> around(long accountId, int epochDay, DayOfWeek weekStart) {
        List<Key> keys = new ArrayList<>();
        for (SummaryPeriod period : SummaryPeriod.values()) {
            if (period != SummaryPeriod.DAY) {
                keys.add(new Key(accountId, period, period.start(epochDay, weekStart)));
            }
        }
        return keys;
    }

    /// @param days in the order of days; at most one for an account and day
    public static List<Total> rollUp(Iterable<Day> days, DayOfWeek weekStart) {
        Map<Key, Sums> sums = new LinkedHashMap<>();
        for (Day day : days) {
            for (Key key : around(day.accountId(), day.epochDay(), weekStart)) {
                sums.computeIfAbsent(key, k -> new Sums()).add(day);
            }
        }
        List<Total> totals = new ArrayList<>();
        sums.forEach((key, sum) -> totals.add(sum.total(key)));
        return totals;
    }

    private static final class Sums {
        private final long[] thousandths = new long[METRICS.length];
        private final int[] reporting = new int[METRICS.length];
        private long observedAt = Long.MIN_VALUE;
        private int imported;
        private int importedFollowers;

        void add(Day day) {
            observedAt = Math.max(observedAt, day.observedAt());
            imported += day.imported() ? 1 : 0;
            importedFollowers += day.importedFollowers() ? 1 : 0;
            for (Metric metric : METRICS) {
                if (day.values().has(metric)) {
                    long value = Math.round(day.values().orNaN(metric) * 1000);
                    int at = metric.ordinal();
                    thousandths[at] = metric.kind() == Kind.GAUGE ? value : thousandths[at] + value;
                    reporting[at]++;
                }
            }
        }

        Total total(Key key) {
            MetricValues.Builder values = MetricValues.builder();
            for (Metric metric : METRICS) {
                if (reporting[metric.ordinal()] > 0 && metric.kind() != Kind.UNIQUE) {
                    values.put(metric, thousandths[metric.ordinal()] / 1000.0);
                }
            }
            return new Total(
                    key,
                    observedAt,
                    values.build(),
                    metric -> reporting[metric.ordinal()],
                    imported,
                    importedFollowers);
        }
    }
}
