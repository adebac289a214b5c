package io.tidemark.frame;

import io.tidemark.metric.ContentType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntPredicate;
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

    /// What cells are made of.
    private interface Part {
        byte type(int row);

        long newest(int row);

        int day(int row);
    }

    private CellFrame(Rows rows, Part part, int[] cellOfRow, int cells, boolean isDaily) {
        accounts = new int[cells];
        days = new int[cells];
        types = new byte[cells];
        newest = new long[cells];
        posts = new int[cells];
        Arrays.fill(newest, Long.MIN_VALUE);
        for (int row = 0; row < cellOfRow.length; row++) {
            int cell = cellOfRow[row];
            if (cell != Grouping.NONE) {
                accounts[cell] = rows.account(row);
                days[cell] = part.day(row);
                types[cell] = part.type(row);
                newest[cell] = Math.max(newest[cell], part.newest(row));
                posts[cell] += rows.items(row);
            }
        }
        Grouping grouping = Grouping.of(0, cellOfRow.length, cells, row -> cellOfRow[row]);
        for (Measure measure : Measure.values()) {
            if (rows.column(measure) != null) {
                add(measure, rows.sums(measure, grouping));
            }
        }
        months = isDaily ? byMonth() : null;
    }

    private CellFrame byMonth() {
        int[] cellOfRow = new int[days.length];
        int[] firstOfMonth = new int[days.length];
        Cells cells = new Cells();
        LocalDate month = LocalDate.MIN;
        int end = Integer.MIN_VALUE;
        for (int row = 0; row < days.length; row++) {
            if (days[row] >= end) {
                month = LocalDate.ofEpochDay(days[row]).withDayOfMonth(1);
                end = Math.toIntExact(month.plusMonths(1).toEpochDay());
            }
            firstOfMonth[row] = Math.toIntExact(month.toEpochDay());
            cellOfRow[row] = cells.of(firstOfMonth[row], accounts[row] * TYPES.length + types[row]);
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
        return new CellFrame(this, part, cellOfRow, cells.count, false);
    }

    /// The same cells by month; the day of a row is the first of its month.
    public CellFrame months() {
        return months == null ? this : months;
    }

    private void add(Measure measure, GroupSums sums) {
        double[] values = new double[posts.length];
        int[] reporting = new int[posts.length];
        for (int cell = 0; cell < values.length; cell++) {
            reporting[cell] = sums.reporting(cell);
            values[cell] = reporting[cell] == 0 ? Double.NaN : sums.sum(cell);
        }
        columns[measure.index()] = Column.of(values);
        boolean whole = Arrays.equals(reporting, posts);
        counts[measure.index()] = whole ? posts : reporting;
        ownCounts += whole ? 0 : 1;
    }

    /// @param counted the posts that enter
    /// @return null where the cells would be more than half as many as the posts, and so save little
    static @Nullable CellFrame rolledUp(PostFrame posts, IntPredicate counted) {
        int[] cellOfRow = new int[posts.size()];
        Cells cells = new Cells();
        for (int row = 0; row < cellOfRow.length; row++) {
            cellOfRow[row] = counted.test(row)
                    ? cells.of(
                            posts.day(row),
                            posts.account(row) * TYPES.length
                                    + posts.contentType(row).ordinal())
                    : Grouping.NONE;
        }
        if (cells.count > cellOfRow.length / 2) {
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
        return new CellFrame(posts, part, cellOfRow, cells.count, true);
    }

    /// Numbers the cells of a day as they are met.
    private static final class Cells {
        private int[] numbers = new int[0];
        private int day = Integer.MIN_VALUE;
        private int firstOfDay;
        private int count;

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
                + (months == null ? 0 : months.bytes());
    }
}
