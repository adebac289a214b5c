package io.tidemark.frame;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of one measure in the rows of a frame, kept as whole numbers where all of them are.
public abstract sealed class Column permits Column.Ints, Column.Doubles {
    /// Stands for a missing value among whole numbers; not a value of its own.
    static final int MISSING = Integer.MIN_VALUE;

    Column() {}

    /// The value, or `NaN` where it is missing.
    public abstract double value(int row);

    abstract double[] copy(int first, int end);

    abstract int rowBytes();

    /// Adds rows up into groups; a row in no group goes to one group more than there are.
    ///
    /// @param counts how many items report a row's value; null means one where it is there
    abstract void add(int first, int[] groups, int spare, int @Nullable [] counts, Sums into);

    /// What columns are added up into.
    record Sums(double[] sums, int[] reporting) {}

    /// A column without values.
    public static Column missing(int rows) {
        return new Ints(Ints.absent(rows));
    }

    /// The column of some values, `NaN` where one is missing.
    public static Column of(double[] values) {
        int[] whole = new int[values.length];
        for (int i = 0; i < whole.length; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                whole[i] = MISSING;
            } else if (fits(value)) {
                whole[i] = (int) value;
            } else {
                return new Doubles(values);
            }
        }
        return new Ints(whole);
    }

    static boolean fits(double value) {
        return value == (int) value && (int) value != MISSING;
    }

    static final class Ints extends Column {
        private final int[] values;

        Ints(int[] values) {
            this.values = values;
        }

        static int[] absent(int size) {
            int[] values = new int[size];
            Arrays.fill(values, MISSING);
            return values;
        }

        static int[] grown(int[] values, int size) {
            int[] grown = Arrays.copyOf(values, size);
            Arrays.fill(grown, values.length, size, MISSING);
            return grown;
        }

        static double[] widened(int[] values) {
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i] == MISSING ? Double.NaN : values[i];
            }
            return wide;
        }

        @Override
        public double value(int row) {
            int value = values[row];
            return value == MISSING ? Double.NaN : value;
        }

        @Override
        double[] copy(int first, int end) {
            return widened(Arrays.copyOfRange(values, first, end));
        }

        @Override
        int rowBytes() {
            return Integer.BYTES;
        }

        // Without branches: whether a value is there is as good as random, and a branch that is mispredicted costs
        // more than all the rest.
        @Override
        void add(int first, int[] groups, int spare, int @Nullable [] counts, Sums into) {
            double[] sums = into.sums();
            int[] reporting = into.reporting();
            for (int i = 0; i < groups.length; i++) {
                int value = values[first + i];
                int here = value == MISSING ? 0 : 1;
                int group = groups[i];
                int slot = group + (group >> 31 & spare + 1);
                sums[slot] += value & -here;
                reporting[slot] += counts == null ? here : counts[first + i];
            }
        }
    }

    static final class Doubles extends Column {
        private static final long SIGN = Long.MIN_VALUE;
        /// As bits; only those of `NaN` are larger, the sign aside.
        private static final long INFINITY = 0x7ff0_0000_0000_0000L;

        private final double[] values;

        Doubles(double[] values) {
            this.values = values;
        }

        static double[] grown(double[] values, int size) {
            double[] grown = Arrays.copyOf(values, size);
            Arrays.fill(grown, values.length, size, Double.NaN);
            return grown;
        }

        @Override
        public double value(int row) {
            return values[row];
        }

        @Override
        double[] copy(int first, int end) {
            return Arrays.copyOfRange(values, first, end);
        }

        @Override
        int rowBytes() {
            return Double.BYTES;
        }

        @Override
        void add(int first, int[] groups, int spare, int @Nullable [] counts, Sums into) {
            double[] sums = into.sums();
            int[] reporting = into.reporting();
            for (int i = 0; i < groups.length; i++) {
                long bits = Double.doubleToRawLongBits(values[first + i]);
                int here = (bits & ~SIGN) <= INFINITY ? 1 : 0;
                int group = groups[i];
                int slot = group + (group >> 31 & spare + 1);
                sums[slot] += Double.longBitsToDouble(bits & -(long) here);
                reporting[slot] += counts == null ? here : counts[first + i];
            }
        }
    }
}
