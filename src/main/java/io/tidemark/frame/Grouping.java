package io.tidemark.frame;

import java.util.function.IntUnaryOperator;

/// Consecutive rows of a frame, each assigned to one of some groups or to none.
public final class Grouping {
    /// The group of a row that does not count.
    public static final int NONE = -1;

    private static final long SIGN = Long.MIN_VALUE;
    /// As bits; only those of `NaN` are larger, the sign aside.
    private static final long INFINITY = 0x7ff0_0000_0000_0000L;

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

    /// Adds up a derived column.
    ///
    /// @param offset where in the column the value of the row [#first] stands
    public GroupSums sums(double[] column, int offset) {
        // Without branches: whether a value is there is as good as random, and a branch that is mispredicted costs
        // more than all the rest. Rows in no group go to one group more than there are.
        double[] sums = new double[count + 1];
        int[] reporting = new int[count + 1];
        for (int i = 0; i < groups.length; i++) {
            long bits = Double.doubleToRawLongBits(column[offset + i]);
            int here = (bits & ~SIGN) <= INFINITY ? 1 : 0;
            int group = groups[i];
            int slot = group + (group >> 31 & count + 1);
            sums[slot] += Double.longBitsToDouble(bits & -(long) here);
            reporting[slot] += here;
        }
        return new GroupSums(sums, reporting);
    }

    GroupSums nothing() {
        return new GroupSums(new double[count], new int[count]);
    }
}
