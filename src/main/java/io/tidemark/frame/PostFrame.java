package io.tidemark.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Posts as columns, ordered by time of publication, then id. No text: that is fetched by id for the rows shown.
public final class PostFrame implements Rows {
    private static final ContentType[] TYPES = ContentType.values();
    private static final Boosted[] BOOSTED = Boosted.values();

    private static final int PLACE_BITS = 28;
    private static final int MOST_SELECTIONS = 64;

    private final long[] ids;
    private final int[] accounts;
    private final long[] publishedAt;
    private final int[] days;
    private final byte[] types;
    private final byte[] boosted;
    private final BitSet deleted;
    private final @Nullable Column[] columns;
    private final @Nullable CellFrame cells;
    private final int[] counts;
    private final Cache<BitSet, Optional<CellFrame>> cellsOfSome =
            Caffeine.newBuilder().maximumSize(MOST_SELECTIONS).softValues().build();

    private PostFrame(Builder builder) {
        int[] order = builder.order();
        int size = order.length;
        ids = new long[size];
        accounts = new int[size];
        publishedAt = new long[size];
        days = new int[size];
        types = new byte[size];
        boosted = new byte[size];
        deleted = new BitSet();
        for (int row = 0; row < size; row++) {
            int from = order[row];
            ids[row] = builder.ids[from];
            accounts[row] = builder.accounts[from];
            publishedAt[row] = builder.publishedAt[from];
            days[row] = builder.days[from];
            types[row] = builder.types[from];
            boosted[row] = builder.boosted[from];
            deleted.set(row, builder.deleted.get(from));
        }
        columns = builder.columns.ordered(order);
        cells = null;
        counts = new int[0];
    }

    private PostFrame(PostFrame same, @Nullable Column[] columns, @Nullable CellFrame cells, int[] counts) {
        ids = same.ids;
        accounts = same.accounts;
        publishedAt = same.publishedAt;
        days = same.days;
        types = same.types;
        boosted = same.boosted;
        deleted = same.deleted;
        this.columns = columns;
        this.cells = cells;
        this.counts = counts;
    }

    public static Builder builder(int expectedSize) {
        return new Builder(expectedSize);
    }

    @Override
    public int size() {
        return ids.length;
    }

    public long id(int row) {
        return ids[row];
    }

    /// Ordinal of the post's account in [Frame#accounts].
    @Override
    public int account(int row) {
        return accounts[row];
    }

    /// Seconds since the epoch.
    public long publishedAt(int row) {
        return publishedAt[row];
    }

    /// Epoch day of publication in the business's zone.
    @Override
    public int day(int row) {
        return days[row];
    }

    public ContentType contentType(int row) {
        return TYPES[types[row]];
    }

    public Boosted boosted(int row) {
        return BOOSTED[boosted[row]];
    }

    /// Whether the platform no longer shows the post.
    public boolean isDeleted(int row) {
        return deleted.get(row);
    }

    /// The rows of posts that are boosted in one of some ways.
    public BitSet rows(Set<Boosted> wanted) {
        BitSet rows = new BitSet(boosted.length);
        for (int row = 0; row < boosted.length; row++) {
            if (wanted.contains(BOOSTED[boosted[row]])) {
                rows.set(row);
            }
        }
        return rows;
    }

    @Override
    public @Nullable Column column(Measure measure) {
        return columns[measure.index()];
    }

    /// The posts rolled up by day, account and type; null where that leaves about as many rows as there are posts, or
    /// before the posts stand in a [Frame].
    public @Nullable CellFrame cells() {
        return cells;
    }

    /// Some of the posts rolled up, with the same exceptions. Those that were asked for last are kept while there is
    /// memory to spare.
    public @Nullable CellFrame cells(BitSet rows) {
        return cellsOfSome.get((BitSet) rows.clone(), this::rollUp).orElse(null);
    }

    private Optional<CellFrame> rollUp(BitSet rows) {
        return Optional.ofNullable(CellFrame.rolledUp(this, rows.stream().toArray()));
    }

    /// Account and content type as one number.
    public int kind(int row) {
        return accounts[row] * TYPES.length + types[row];
    }

    /// The number of posts of an account, known once the posts stand in a [Frame].
    public int countOf(int account) {
        return account < counts.length ? counts[account] : 0;
    }

    public long bytes() {
        long perRow = 8 + 4 + 8 + 4 + 1 + 1 + Columns.rowBytes(columns);
        return ids.length * perRow + (cells == null ? 0 : cells.bytes());
    }

    /// The same posts with the numbers that are made of metrics, and rolled up.
    PostFrame measured(List<FrameAccount> accounts) {
        return with(columns, accounts, row -> true);
    }

    /// The same posts with other values, such as those at an age.
    ///
    /// @param counted the posts that are rolled up
    PostFrame with(@Nullable Column[] other, List<FrameAccount> accounts, IntPredicate counted) {
        @Nullable Column[] whole = other.clone();
        DerivedColumns.add(whole, new PostFrame(this, other, null, counts), accounts, Subject.POST, this::contentType);
        int[] byAccount = new int[accounts.size()];
        for (int account : this.accounts) {
            if (account < byAccount.length) {
                byAccount[account]++;
            }
        }
        PostFrame bare = new PostFrame(this, whole, null, byAccount);
        return new PostFrame(
                this,
                whole,
                CellFrame.rolledUp(
                        bare, IntStream.range(0, bare.size()).filter(counted).toArray()),
                byAccount);
    }

    /// Takes posts in any order.
    public static final class Builder {
        private long[] ids;
        private int[] accounts;
        private long[] publishedAt;
        private int[] days;
        private byte[] types;
        private byte[] boosted;
        private final BitSet deleted = new BitSet();
        private final Columns columns;
        private int size;

        private Builder(int expected) {
            int capacity = Math.max(16, expected);
            ids = new long[capacity];
            accounts = new int[capacity];
            publishedAt = new long[capacity];
            days = new int[capacity];
            types = new byte[capacity];
            boosted = new byte[capacity];
            columns = new Columns(capacity);
        }

        /// @param publishedAtSecond seconds since the epoch
        /// @param day the day of publication in the business's zone
        public Builder add(
                long id,
                int account,
                long publishedAtSecond,
                LocalDate day,
                ContentType type,
                Boosted boost,
                MetricValues values) {
            row(id, account, publishedAtSecond, Math.toIntExact(day.toEpochDay()), type, boost);
            for (Metric metric : values.present()) {
                set(metric, values.orNaN(metric));
            }
            return this;
        }

        /// Starts a row, which [#set] fills.
        public void row(long id, int account, long publishedAtSecond, int epochDay, ContentType type, Boosted boost) {
            if (size == ids.length) {
                grow();
            }
            ids[size] = id;
            accounts[size] = account;
            publishedAt[size] = publishedAtSecond;
            days[size] = epochDay;
            types[size] = (byte) type.ordinal();
            boosted[size] = (byte) boost.ordinal();
            size++;
        }

        /// Says of the row that was started last that the platform no longer shows the post.
        public void markDeleted() {
            deleted.set(size - 1);
        }

        /// Gives the row that was started last a value.
        public void set(Metric metric, double value) {
            columns.set(size - 1, metric.ordinal(), value);
        }

        /// Places in the order of publication, then id. The second and the place are sorted as one number: places take
        /// its lower 28 bits, which leaves room for some thousand years.
        private int[] order() {
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = publishedAt[i] << PLACE_BITS | i;
            }
            Arrays.sort(keys);
            int[] order = new int[size];
            for (int row = 0; row < size; row++) {
                order[row] = (int) (keys[row] & (1L << PLACE_BITS) - 1);
                for (int back = row; back > 0 && isLater(order[back - 1], order[back]); back--) {
                    int earlier = order[back];
                    order[back] = order[back - 1];
                    order[back - 1] = earlier;
                }
            }
            return order;
        }

        private boolean isLater(int one, int other) {
            return publishedAt[one] == publishedAt[other] && ids[one] > ids[other];
        }

        public PostFrame build() {
            return new PostFrame(this);
        }

        private void grow() {
            int capacity = ids.length * 2;
            ids = Arrays.copyOf(ids, capacity);
            accounts = Arrays.copyOf(accounts, capacity);
            publishedAt = Arrays.copyOf(publishedAt, capacity);
            days = Arrays.copyOf(days, capacity);
            types = Arrays.copyOf(types, capacity);
            boosted = Arrays.copyOf(boosted, capacity);
            columns.grow(capacity);
        }
    }
}
