package io.tidemark.frame;

import io.tidemark.metric.ContentType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Posts added up by day of publication, account and content type, as columns ordered by day. A value is a sum over
/// the posts that report it, and [#counts] says how many do. Any range of days is a sum over few cells.
public final class CellFrame implements Rows {
    private static final ContentType[] TYPES = ContentType.values();

    private final int[] accounts;
    private final int[] days;
    private final byte[] types;
    private final int[] posts;
    private final long[] newest;
    private final @Nullable Column[] columns = new Column[Measure.COUNT];
    private final int[] @Nullable [] counts = new int[Measure.COUNT][];
    /// How many of the counts are not simply the number of posts.
    private int ownCounts;

    /// The months, for ranges that hold whole ones; null in a frame of months.
    private final @Nullable CellFrame months;

    private final @Nullable PairsByMonth pairs;

    /// What cells are made of.
    private interface Part {
        byte type(int row);

        long newest(int row);

        int day(int row);
    }

    /// @param members the rows that enter, ascending
    /// @param cellOf the cell of each member
    private CellFrame(
            Rows rows, Part part, int[] members, int[] cellOf, int cells, @Nullable PostFrame posts) {
        accounts = new int[cells];
        days = new int[cells];
        types = new byte[cells];
        newest = new long[cells];
        this.posts = new int[cells];
        Arrays.fill(newest, Long.MIN_VALUE);
        for (int i = 0; i < members.length; i++) {
            int row = members[i];
            int cell = cellOf[i];
            accounts[cell] = rows.account(row);
            days[cell] = part.day(row);
            types[cell] = part.type(row);
            newest[cell] = Math.max(newest[cell], part.newest(row));
            this.posts[cell] += rows.items(row);
        }
        for (Measure measure : Measure.values()) {
            Column column = rows.column(measure);
            if (column != null) {
                add(measure, column, rows.counts(measure), members, cellOf);
            }
        }
        if (posts == null) {
            months = null;
            pairs = null;
        } else {
            months = byMonth();
            pairs = new PairsByMonth(posts, members, months);
        }
    }

    private CellFrame byMonth() {
        int[] members = new int[days.length];
        int[] cellOf = new int[days.length];
        int[] firstOfMonth = new int[days.length];
        Numbering cells = new Numbering();
        LocalDate month = LocalDate.MIN;
        int end = Integer.MIN_VALUE;
        for (int row = 0; row < days.length; row++) {
            if (days[row] >= end) {
                month = LocalDate.ofEpochDay(days[row]).withDayOfMonth(1);
                end = Math.toIntExact(month.plusMonths(1).toEpochDay());
            }
            firstOfMonth[row] = Math.toIntExact(month.toEpochDay());
            members[row] = row;
            cellOf[row] = cells.of(firstOfMonth[row], accounts[row] * TYPES.length + types[row]);
        }
        Part part = new Part() {
            @Override
            public byte type(int row) {
                return types[row];
            }

            @Override
            public long newest(int row) {
                return newest[row];
            }

            @Override
            public int day(int row) {
                return firstOfMonth[row];
            }
        };
        return new CellFrame(this, part, members, cellOf, cells.count, null);
    }

    /// The same cells by month; the day of a row is the first of its month.
    public CellFrame months() {
        return months == null ? this : months;
    }

    /// Sums over the posts of each month that report both of two measures, in the rows of [#months].
    ///
    /// @param denominators by row of the posts, `NaN` where one is missing; where the sums are not known yet, it is
    ///     asked for some rows, ascending
    /// @return null in a frame of months
    public @Nullable PairSums pairs(Measure numerator, Measure denominator, IntToDoubleFunction denominators) {
        return pairs == null ? null : pairs.of(numerator, denominator, denominators);
    }

    private void add(
            Measure measure, Column column, int @Nullable [] countsOfRows, int[] members, int[] cellOf) {
        double[] values = new double[posts.length];
        int[] reporting = new int[posts.length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < members.length; i++) {
            double value = column.value(members[i]);
            if (!Double.isNaN(value)) {
                int cell = cellOf[i];
                values[cell] = reporting[cell] == 0 ? value : values[cell] + value;
                reporting[cell] += countsOfRows == null ? 1 : countsOfRows[members[i]];
            }
        }
        columns[measure.index()] = Column.of(values);
        boolean whole = Arrays.equals(reporting, posts);
        counts[measure.index()] = whole ? posts : reporting;
        ownCounts += whole ? 0 : 1;
    }

    /// @param members the posts that enter, as rows, ascending
    /// @return null where the cells would be more than half as many as the posts of the frame, and so save little
    static @Nullable CellFrame rolledUp(PostFrame posts, int[] members) {
        int[] cellOf = new int[members.length];
        Numbering cells = new Numbering();
        for (int i = 0; i < cellOf.length; i++) {
            cellOf[i] = cells.of(posts.day(members[i]), posts.kind(members[i]));
        }
        if (cells.count > posts.size() / 2) {
            return null;
        }
        Part part = new Part() {
            @Override
            public byte type(int row) {
                return (byte) posts.contentType(row).ordinal();
            }

            @Override
            public long newest(int row) {
                return posts.publishedAt(row);
            }

            @Override
            public int day(int row) {
                return posts.day(row);
            }
        };
        return new CellFrame(posts, part, members, cellOf, cells.count, posts);
    }

    /// Numbers the cells of a day as they are met.
    static final class Numbering {
        private int[] numbers = new int[0];
        private int day = Integer.MIN_VALUE;
        private int firstOfDay;
        private int count;

        /// @param nextDay no earlier than the last one
        int of(int nextDay, int key) {
            if (nextDay != day) {
                day = nextDay;
                firstOfDay = count;
            }
            if (key >= numbers.length) {
                int old = numbers.length;
                numbers = Arrays.copyOf(numbers, Math.max(key + 1, old * 2));
                Arrays.fill(numbers, old, numbers.length, -1);
            }
            if (numbers[key] < firstOfDay) {
                numbers[key] = count++;
            }
            return numbers[key];
        }
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

    /// How many posts the cell holds.
    @Override
    public int items(int row) {
        return posts[row];
    }

    /// When the cell's newest post was published, in seconds since the epoch.
    public long newest(int row) {
        return newest[row];
    }

    @Override
    public @Nullable Column column(Measure measure) {
        return columns[measure.index()];
    }

    @Override
    public int @Nullable [] counts(Measure measure) {
        return counts[measure.index()];
    }

    long bytes() {
        return days.length * (4 + 4 + 1 + 4 + 8 + Columns.rowBytes(columns) + 4L * ownCounts)
                + (months == null ? 0 : months.bytes())
                + (pairs == null ? 0 : pairs.bytes());
    }
}
