package io.tidemark.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What happened on posts, worked out from the readings of their counters: per day of the business's zone, account and
/// content type, as columns ordered by day, then account. A value is the sum over the posts whose activity is known for
/// the day; where none is, it is missing.
public final class ActivityFrame implements Rows {
    private static final ContentType[] TYPES = ContentType.values();
    private static final int MOST_SETS = 32;

    public static final ActivityFrame NONE = builder(0).build();

    private final int[] accounts;
    private final int[] days;
    private final byte[] types;
    private final BitSet estimated;
    private final BitSet open;
    private final BitSet imported;
    private final @Nullable Column[] columns;
    private final DayFrame total;
    private final int[] seen;
    /// Kept while there is memory to spare.
    private final Cache<Set<ContentType>, DayFrame> ofTypes =
            Caffeine.newBuilder().maximumSize(MOST_SETS).softValues().build();

    private ActivityFrame(Builder builder) {
        accounts = Arrays.copyOf(builder.accounts, builder.size);
        days = Arrays.copyOf(builder.days, builder.size);
        types = Arrays.copyOf(builder.types, builder.size);
        estimated = (BitSet) builder.estimated.clone();
        open = (BitSet) builder.open.clone();
        imported = (BitSet) builder.imported.clone();
        columns = builder.columns.trimmed(builder.size);
        total = added(type -> true);
        seen = seen();
    }

    private ActivityFrame(ActivityFrame same, @Nullable Column[] columns) {
        accounts = same.accounts;
        days = same.days;
        types = same.types;
        estimated = same.estimated;
        open = same.open;
        imported = same.imported;
        this.columns = columns;
        total = added(type -> true);
        seen = seen();
    }

    public static Builder builder(int expectedSize) {
        return new Builder(expectedSize);
    }

    @Override
    public int size() {
        return days.length;
    }

    @Override
    public int account(int row) {
        return accounts[row];
    }

    @Override
    public int day(int row) {
        return days[row];
    }

    public ContentType contentType(int row) {
        return TYPES[types[row]];
    }

    @Override
    public @Nullable Column column(Measure measure) {
        return columns[measure.index()];
    }

    /// The posts of each account together.
    public DayFrame days() {
        return total;
    }

    /// The posts of some types together; all types where the set is empty.
    public DayFrame days(Set<ContentType> only) {
        return only.isEmpty() ? total : ofTypes.get(Set.copyOf(only), types -> added(types::contains));
    }

    /// The types of which an account has activity.
    public Set<ContentType> types(int account) {
        Set<ContentType> found = EnumSet.noneOf(ContentType.class);
        for (ContentType type : TYPES) {
            if (account < seen.length && (seen[account] & 1 << type.ordinal()) != 0) {
                found.add(type);
            }
        }
        return found;
    }

    /// By account, the types as bits.
    private int[] seen() {
        int[] bits = new int[Arrays.stream(accounts).max().orElse(-1) + 1];
        for (int row = 0; row < days.length; row++) {
            bits[accounts[row]] |= 1 << types[row];
        }
        return bits;
    }

    private DayFrame added(Predicate<ContentType> counted) {
        boolean[] counts = new boolean[TYPES.length];
        for (ContentType type : TYPES) {
            counts[type.ordinal()] = counted.test(type);
        }
        DayFrame.Builder sums = DayFrame.builder(days.length / 2);
        double[] values = new double[Measure.COUNT];
        int row = 0;
        while (row < days.length) {
            int first = row;
            boolean isEstimated = false;
            boolean isOpen = false;
            boolean isImported = false;
            boolean any = false;
            Arrays.fill(values, Double.NaN);
            for (; row < days.length && days[row] == days[first] && accounts[row] == accounts[first]; row++) {
                if (counts[types[row]]) {
                    any = true;
                    isEstimated |= estimated.get(row);
                    isOpen |= open.get(row);
                    isImported |= imported.get(row);
                    addTo(values, row);
                }
            }
            if (any) {
                sums.row(accounts[first], days[first], Long.MIN_VALUE);
                sums.mark(isEstimated, isOpen);
                sums.importedAre(isImported, false);
                sums.setAll(values);
            }
        }
        return sums.build();
    }

    private void addTo(double[] sums, int row) {
        for (int i = 0; i < sums.length; i++) {
            Column column = columns[i];
            double value = column == null ? Double.NaN : column.value(row);
            if (!Double.isNaN(value)) {
                sums[i] = Double.isNaN(sums[i]) ? value : sums[i] + value;
            }
        }
    }

    long bytes() {
        return days.length * (4 + 4 + 1 + Columns.rowBytes(columns)) + total.bytes();
    }

    /// The same activity with the numbers that are made of metrics.
    ActivityFrame measured(List<FrameAccount> accountsOfFrame) {
        @Nullable Column[] whole = columns.clone();
        DerivedColumns.add(whole, this, accountsOfFrame, Subject.POST, this::contentType);
        return new ActivityFrame(this, whole);
    }

    /// Takes rows in order of day, then account; at most one for each type.
    public static final class Builder {
        private int[] accounts;
        private int[] days;
        private byte[] types;
        private final BitSet estimated = new BitSet();
        private final BitSet open = new BitSet();
        private final BitSet imported = new BitSet();
        private final Columns columns;
        private int size;

        private Builder(int expected) {
            int capacity = Math.max(16, expected);
            accounts = new int[capacity];
            days = new int[capacity];
            types = new byte[capacity];
            columns = new Columns(capacity);
        }

        /// @param day of the business's zone
        /// @param estimatedPosts posts whose day is worked out between readings that lie farther away
        /// @param openPosts posts whose last reading lies inside the day
        /// @param sums per metric over the posts whose activity is known; missing where it is of none
        public Builder add(
                int account, LocalDate day, ContentType type, int estimatedPosts, int openPosts, MetricValues sums) {
            row(account, Math.toIntExact(day.toEpochDay()), type, estimatedPosts > 0, openPosts > 0);
            for (Metric metric : sums.present()) {
                set(metric, sums.orNaN(metric));
            }
            return this;
        }

        /// Starts a row, which [#set] fills.
        public void row(int account, int epochDay, ContentType type, boolean isEstimated, boolean isOpen) {
            if (size > 0 && !isAfterLast(epochDay, account)) {
                throw new IllegalArgumentException("Rows must come in order of day, then account");
            }
            if (size == days.length) {
                int capacity = size * 2;
                accounts = Arrays.copyOf(accounts, capacity);
                days = Arrays.copyOf(days, capacity);
                types = Arrays.copyOf(types, capacity);
                columns.grow(capacity);
            }
            accounts[size] = account;
            days[size] = epochDay;
            types[size] = (byte) type.ordinal();
            estimated.set(size, isEstimated);
            open.set(size, isOpen);
            size++;
        }

        /// Says of the row that was started last that an export file is behind the day of some post.
        public void markImported() {
            imported.set(size - 1);
        }

        /// Gives the row that was started last a value.
        public void set(Metric metric, double value) {
            columns.set(size - 1, metric.ordinal(), value);
        }

        private boolean isAfterLast(int day, int account) {
            int lastDay = days[size - 1];
            return day > lastDay || (day == lastDay && account >= accounts[size - 1]);
        }

        public ActivityFrame build() {
            return new ActivityFrame(this);
        }
    }
}
