package io.tidemark.frame;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Consecutive rows of a frame, each assigned to one of some groups or to none.
public final class Grouping {
    /// The group of a row that does not count.
    public static final int NONE = -1;

    private final int first;
    private final int[] groups;
    private final int count;

    private Grouping(int first, int[] groups, int count) {
        this.first = first;
        this.groups = groups;
        this.count = count;
    }

    /// @param count the number of groups, which are numbered from 0
    /// @param groupOfRow the group of a row from `first` to before `end`, or [#NONE]
    public static Grouping of(int first, int end, int count, IntUnaryOperator groupOfRow) {
        int[] groups = new int[end - first];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = groupOfRow.applyAsInt(first + i);
        }
        return new Grouping(first, groups, count);
    }

    public int first() {
        return first;
    }

    /// One past the last row.
    public int end() {
        return first + groups.length;
    }

    public int count() {
        return count;
    }

    public int group(int row) {
        return groups[row - first];
    }

    /// The number of rows in each group.
    public int[] sizes() {
        int[] sizes = new int[count];
        for (int group : groups) {
            if (group != NONE) {
                sizes[group]++;
            }
        }
        return sizes;
    }

    /// Adds up a column that no frame holds.
    ///
    /// @param offset where in the column the value of the row [#first] stands
    public GroupSums sums(double[] column, int offset) {
        return sums(new Column.Doubles(column), offset, null);
    }

    GroupSums sums(Column column, int @Nullable [] counts) {
        return sums(column, first, counts);
    }

    private GroupSums sums(Column column, int firstRow, int @Nullable [] counts) {
        Column.Sums into = new Column.Sums(new double[count + 1], new int[count + 1]);
        column.add(firstRow, groups, count, counts, into);
        return new GroupSums(into.sums(), into.reporting());
    }

    GroupSums nothing() {
        return new GroupSums(new double[count], new int[count]);
    }
}
