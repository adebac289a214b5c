package io.tidemark.frame;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Growing columns. A measure that no row reports has no column at all; one is kept as whole numbers until a value
/// comes that is none.
final class Columns {
    static final int NONE = -1;

    private final int[] @Nullable [] whole = new int[Measure.COUNT][];
    private final double[] @Nullable [] wide = new double[Measure.COUNT][];
    private int capacity;

    Columns(int capacity) {
        this.capacity = capacity;
    }

    void set(int row, int measure, double value) {
        double[] doubles = wide[measure];
        if (doubles != null) {
            doubles[row] = value;
            return;
        }
        int[] ints = whole[measure];
        if (ints == null) {
            ints = Column.Ints.absent(capacity);
            whole[measure] = ints;
        }
        if (Column.fits(value)) {
            ints[row] = (int) value;
        } else {
            double[] widened = Column.Ints.widened(ints);
            widened[row] = value;
            wide[measure] = widened;
            whole[measure] = null;
        }
    }

    void grow(int wanted) {
        if (wanted <= capacity) {
            return;
        }
        capacity = Math.max(wanted, capacity * 2);
        for (int i = 0; i < Measure.COUNT; i++) {
            int[] ints = whole[i];
            double[] doubles = wide[i];
            whole[i] = ints == null ? null : Column.Ints.grown(ints, capacity);
            wide[i] = doubles == null ? null : Column.Doubles.grown(doubles, capacity);
        }
    }

    @Nullable
    Column[] trimmed(int size) {
        @Nullable Column[] trimmed = new Column[Measure.COUNT];
        for (int i = 0; i < trimmed.length; i++) {
            int[] ints = whole[i];
            double[] doubles = wide[i];
            if (ints != null) {
                trimmed[i] = new Column.Ints(ints.length == size ? ints : Arrays.copyOf(ints, size));
            } else if (doubles != null) {
                trimmed[i] = new Column.Doubles(doubles.length == size ? doubles : Arrays.copyOf(doubles, size));
            }
        }
        return trimmed;
    }

    /// Columns with the rows in another order, in which [#NONE] is a row without values.
    @Nullable
    Column[] ordered(int[] order) {
        @Nullable Column[] ordered = new Column[Measure.COUNT];
        for (int i = 0; i < ordered.length; i++) {
            int[] ints = whole[i];
            double[] doubles = wide[i];
            if (ints != null) {
                int[] values = new int[order.length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = order[row] == NONE ? Column.MISSING : ints[order[row]];
                }
                ordered[i] = new Column.Ints(values);
            } else if (doubles != null) {
                double[] values = new double[order.length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = order[row] == NONE ? Double.NaN : doubles[order[row]];
                }
                ordered[i] = new Column.Doubles(values);
            }
        }
        return ordered;
    }

    static long rowBytes(@Nullable Column[] columns) {
        long bytes = 0;
        for (Column column : columns) {
            bytes += column == null ? 0 : column.rowBytes();
        }
        return bytes;
    }
}
