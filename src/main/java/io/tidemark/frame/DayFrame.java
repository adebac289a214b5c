package io.tidemark.frame;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What each account's platform said about its own calendar days (and the last follower count read in each), as
/// columns ordered by day, then account. The day is the platform's label in the platform's zone, never shifted.
public final class DayFrame implements Rows {
    private final int[] accounts;
    private final int[] days;
    private final long[] observedAt;
    private final double[] @Nullable [] metrics;

    private DayFrame(Builder builder) {
        int size = builder.size;
        accounts = Arrays.copyOf(builder.accounts, size);
        days = Arrays.copyOf(builder.days, size);
        observedAt = Arrays.copyOf(builder.observedAt, size);
        metrics = builder.columns.trimmed(size);
    }

    public static Builder builder(int expectedSize) {
        return new Builder(expectedSize);
    }

    @Override
    public int size() {
        return days.length;
    }

    /// Ordinal of the account in [Frame#accounts].
    @Override
    public int account(int row) {
        return accounts[row];
    }

    /// Epoch day, the platform's label.
    @Override
    public int day(int row) {
        return days[row];
    }

    /// When the day was last observed, in seconds since the epoch: tells whether it may still be revised.
    public long observedAt(int row) {
        return observedAt[row];
    }

    /// The day's value, or `NaN` where it is missing.
    @Override
    public double value(int row, Metric metric) {
        double[] column = metrics[metric.ordinal()];
        return column == null ? Double.NaN : column[row];
    }

    @Override
    public double[] column(Metric metric, int first, int end) {
        double[] column = metrics[metric.ordinal()];
        if (column != null) {
            return Arrays.copyOfRange(column, first, end);
        }
        double[] missing = new double[end - first];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    @Override
    public GroupSums sums(Metric metric, Grouping grouping) {
        double[] column = metrics[metric.ordinal()];
        return column == null ? grouping.nothing() : grouping.sums(column, grouping.first());
    }

    public long bytes() {
        long perRow = 4 + 4 + 8;
        long columns = Arrays.stream(metrics).filter(c -> c != null).count();
        return days.length * (perRow + 8 * columns);
    }

    /// Takes rows in order of day, then account; at most one for each.
    public static final class Builder {
        private int[] accounts;
        private int[] days;
        private long[] observedAt;
        private final Columns columns;
        private int size;

        private Builder(int expected) {
            int capacity = Math.max(16, expected);
            accounts = new int[capacity];
            days = new int[capacity];
            observedAt = new long[capacity];
            columns = new Columns(capacity);
        }

        /// @param observedAtSecond seconds since the epoch
        public Builder add(int account, LocalDate day, long observedAtSecond, MetricValues values) {
            int epochDay = Math.toIntExact(day.toEpochDay());
            if (size > 0 && !isAfterLast(epochDay, account)) {
                throw new IllegalArgumentException("Rows must come in order of day, then account");
            }
            if (size == days.length) {
                int capacity = size * 2;
                accounts = Arrays.copyOf(accounts, capacity);
                days = Arrays.copyOf(days, capacity);
                observedAt = Arrays.copyOf(observedAt, capacity);
                columns.grow(capacity);
            }
            accounts[size] = account;
            days[size] = epochDay;
            observedAt[size] = observedAtSecond;
            for (Metric metric : values.present()) {
                columns.set(size, metric, values.orNaN(metric));
            }
            size++;
            return this;
        }

        private boolean isAfterLast(int day, int account) {
            int lastDay = days[size - 1];
            return day > lastDay || (day == lastDay && account > accounts[size - 1]);
        }

        public DayFrame build() {
            return new DayFrame(this);
        }
    }
}
