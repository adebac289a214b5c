package io.tidemark.frame;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers of whole accounts by day, as columns ordered by day, then account: what each account's platform said about
/// its own calendar days (and the last follower count read in each; the day is then the platform's label in the
/// platform's zone, never shifted), or what an account's posts add up to, in the business's zone.
public final class DayFrame implements Rows {
    private final int[] accounts;
    private final int[] days;
    private final long[] observedAt;
    private final BitSet estimated;
    private final BitSet open;
    private final BitSet imported;
    private final BitSet importedFollowers;
    private final @Nullable Column[] columns;
    private final AccountRows ofAccounts;
    private final BitSet active;
    /// By measure, the accounts that report it on any day.
    private final BitSet[] reporters;

    private DayFrame(Builder builder) {
        int size = builder.size;
        accounts = Arrays.copyOf(builder.accounts, size);
        days = Arrays.copyOf(builder.days, size);
        observedAt = Arrays.copyOf(builder.observedAt, size);
        estimated = (BitSet) builder.estimated.clone();
        open = (BitSet) builder.open.clone();
        imported = (BitSet) builder.imported.clone();
        importedFollowers = (BitSet) builder.importedFollowers.clone();
        columns = builder.columns.trimmed(size);
        ofAccounts = new AccountRows(accounts, days);
        active = active();
        reporters = reporters();
    }

    private DayFrame(DayFrame same, @Nullable Column[] columns) {
        accounts = same.accounts;
        days = same.days;
        observedAt = same.observedAt;
        estimated = same.estimated;
        open = same.open;
        imported = same.imported;
        importedFollowers = same.importedFollowers;
        this.columns = columns;
        ofAccounts = same.ofAccounts;
        active = same.active;
        reporters = reporters();
    }

    private BitSet active() {
        BitSet rows = new BitSet();
        for (Metric metric : Metric.values()) {
            Column column = metric.ofPosts() ? column(Measure.of(metric)) : null;
            for (int row = 0; column != null && row < days.length; row++) {
                if (!Double.isNaN(column.value(row))) {
                    rows.set(row);
                }
            }
        }
        return rows;
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

    /// Whether the day was worked out between readings that lie farther away; never so for what a platform says itself.
    public boolean isEstimated(int row) {
        return estimated.get(row);
    }

    /// Whether the last reading lies inside the day, so that more may come.
    public boolean isOpen(int row) {
        return open.get(row);
    }

    /// Whether an export file said any of it, or is behind what was worked out; followers left out.
    public boolean isImported(int row) {
        return imported.get(row);
    }

    /// Whether an export file said how many followers there were.
    public boolean hasImportedFollowers(int row) {
        return importedFollowers.get(row);
    }

    /// Whether the day says more than a level.
    public boolean isActive(int row) {
        return active.get(row);
    }

    /// Whether an account has a measure on any day.
    public boolean reports(int account, Measure measure) {
        return reporters[measure.index()].get(account);
    }

    private BitSet[] reporters() {
        BitSet[] found = new BitSet[Measure.COUNT];
        for (int i = 0; i < found.length; i++) {
            found[i] = new BitSet();
            Column column = columns[i];
            for (int row = 0; column != null && row < days.length; row++) {
                if (!Double.isNaN(column.value(row))) {
                    found[i].set(accounts[row]);
                }
            }
        }
        return found;
    }

    /// Some rows of one account, in the order of their days.
    ///
    /// @param rows of which those from one place to before another are meant; the array itself, for loops
    @SuppressWarnings("ArrayRecordComponent") // For loops over rows; never compared.
    public record Run(int[] rows, int from, int end) {}

    /// The rows of an account from an epoch day to before another.
    public Run run(int account, int firstDay, int endDay) {
        return ofAccounts.run(account, firstDay, endDay);
    }

    @Override
    public @Nullable Column column(Measure measure) {
        return columns[measure.index()];
    }

    public long bytes() {
        return days.length * (4 + 4 + 8 + 4 + Columns.rowBytes(columns));
    }

    /// The same days with the numbers that are made of metrics.
    DayFrame measured(List<FrameAccount> accounts) {
        @Nullable Column[] whole = columns.clone();
        DerivedColumns.add(whole, this, accounts, Subject.ACCOUNT_DAY, row -> ContentType.UNKNOWN);
        return new DayFrame(this, whole);
    }

    /// Takes rows in order of day, then account; at most one for each.
    public static final class Builder {
        private int[] accounts;
        private int[] days;
        private long[] observedAt;
        private final BitSet estimated = new BitSet();
        private final BitSet open = new BitSet();
        private final BitSet imported = new BitSet();
        private final BitSet importedFollowers = new BitSet();
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
            row(account, Math.toIntExact(day.toEpochDay()), observedAtSecond);
            for (Metric metric : values.present()) {
                set(metric, values.orNaN(metric));
            }
            return this;
        }

        /// Starts a row, which [#set] fills.
        public Builder row(int account, int epochDay, long observedAtSecond) {
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
            size++;
            return this;
        }

        /// Gives the row that was started last a value.
        public void set(Metric metric, double value) {
            columns.set(size - 1, metric.ordinal(), value);
        }

        /// @param values by measure, `NaN` where one is missing
        void setAll(double[] values) {
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    columns.set(size - 1, i, values[i]);
                }
            }
        }

        /// Says of the row that was started last what an export file said.
        ///
        /// @param any any of it, followers left out
        /// @param followers how many followers there were
        public Builder importedAre(boolean any, boolean followers) {
            imported.set(size - 1, any);
            importedFollowers.set(size - 1, followers);
            return this;
        }

        void mark(boolean isEstimated, boolean isOpen) {
            if (isEstimated) {
                estimated.set(size - 1);
            }
            if (isOpen) {
                open.set(size - 1);
            }
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
