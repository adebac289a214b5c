package io.tidemark.frame;

import java.util.Arrays;

/// The values of one measure in the rows of a frame, kept as whole numbers where all of them are.
public abstract sealed class Column permits Column.Ints, Column.Doubles {
    /// Stands for a missing value among whole numbers; not a value of its own.
    static final int MISSING = Integer.MIN_VALUE;

    Column() {}

    /// The value, or `NaN` where it is missing.
    public abstract double value(int row);

    abstract double[] copy(int first, int end);

    abstract int rowBytes();

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
    }

    static final class Doubles extends Column {
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
    }
}
