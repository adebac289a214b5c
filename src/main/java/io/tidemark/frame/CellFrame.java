package io.tidemark.frame;

import io.tidemark.metric.ContentType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
    /// @param numbers the cell of each member
    private CellFrame(Rows rows, Part part, int[] members, CellNumbers numbers, @Nullable PostFrame posts) {
        int cells = numbers.count();
        int[] cellOf = numbers.cellOf();
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
        int[] firstOfMonth = firstsOfMonths(days);
        int[] all = IntStream.range(0, days.length).toArray();
        CellNumbers numbers =
                CellNumbers.of(all, row -> firstOfMonth[row], row -> accounts[row] * TYPES.length + types[row]);
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
        return new CellFrame(this, part, all, numbers, null);
    }

    /// By kind ([PostFrame#kind]), the cell of a day, where there is one.
    int[] cellsOf(int epochDay) {
        int[] cells = new int[(Arrays.stream(accounts).max().orElse(-1) + 1) * TYPES.length];
        for (int row = firstRowFrom(epochDay); row < days.length && days[row] == epochDay; row++) {
            cells[accounts[row] * TYPES.length + types[row]] = row;
        }
        return cells;
    }

    /// The first day of the month of each day.
    ///
    /// @param ordered epoch days
    private static int[] firstsOfMonths(int[] ordered) {
        int[] firsts = new int[ordered.length];
        int first = 0;
        int end = Integer.MIN_VALUE;
        for (int i = 0; i < ordered.length; i++) {
            if (ordered[i] >= end) {
                LocalDate month = LocalDate.ofEpochDay(ordered[i]).withDayOfMonth(1);
                first = Math.toIntExact(month.toEpochDay());
                end = Math.toIntExact(month.plusMonths(1).toEpochDay());
            }
            firsts[i] = first;
        }
        return firsts;
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

    private void add(Measure measure, Column column, int @Nullable [] countsOfRows, int[] members, int[] cellOf) {
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
        CellNumbers numbers = CellNumbers.of(members, posts::day, posts::kind);
        if (numbers.count() > posts.size() / 2) {
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
        return new CellFrame(posts, part, members, numbers, posts);
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

    /// As [PostFrame#kind].
    public int kind(int row) {
        return accounts[row] * TYPES.length + types[row];
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
