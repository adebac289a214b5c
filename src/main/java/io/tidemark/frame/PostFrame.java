package io.tidemark.frame;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Posts as columns, ordered by time of publication. No text: that is fetched by id for the rows shown.
public final class PostFrame implements Rows {
    private static final ContentType[] TYPES = ContentType.values();
    private static final Boosted[] BOOSTED = Boosted.values();

    private final long[] ids;
    private final int[] accounts;
    private final long[] publishedAt;
    private final int[] days;
    private final byte[] types;
    private final byte[] boosted;
    private final double[] @Nullable [] metrics;

    private PostFrame(Builder builder) {
        int size = builder.size;
        ids = Arrays.copyOf(builder.ids, size);
        accounts = Arrays.copyOf(builder.accounts, size);
        publishedAt = Arrays.copyOf(builder.publishedAt, size);
        days = Arrays.copyOf(builder.days, size);
        types = Arrays.copyOf(builder.types, size);
        boosted = Arrays.copyOf(builder.boosted, size);
        metrics = builder.columns.trimmed(size);
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

    /// The current value, or `NaN` where it is missing.
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
        long perRow = 8 + 4 + 8 + 4 + 1 + 1;
        long columns = Arrays.stream(metrics).filter(c -> c != null).count();
        return ids.length * (perRow + 8 * columns);
    }

    /// Takes posts in order of publication.
    public static final class Builder {
        private long[] ids;
        private int[] accounts;
        private long[] publishedAt;
        private int[] days;
        private byte[] types;
        private byte[] boosted;
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

        /// @param publishedAtSecond seconds since the epoch, not before the post added last
        /// @param day the day of publication in the business's zone
        public Builder add(
                long id,
                int account,
                long publishedAtSecond,
                LocalDate day,
                ContentType type,
                Boosted boost,
                MetricValues values) {
            if (size > 0 && publishedAtSecond < publishedAt[size - 1]) {
                throw new IllegalArgumentException("Posts must come in order of publication");
            }
            if (size == ids.length) {
                grow();
            }
            ids[size] = id;
            accounts[size] = account;
            publishedAt[size] = publishedAtSecond;
            days[size] = Math.toIntExact(day.toEpochDay());
            types[size] = (byte) type.ordinal();
            boosted[size] = (byte) boost.ordinal();
            for (Metric metric : values.present()) {
                columns.set(size, metric, values.orNaN(metric));
            }
            size++;
            return this;
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
