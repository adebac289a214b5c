package io.tidemark.frame;

import io.tidemark.metric.Metric;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Growing metric columns. A metric that no row reports has no column at all.
final class Columns {
    private final double[] @Nullable [] columns = new double[Metric.values().length][];
    private int capacity;

    Columns(int capacity) {
        this.capacity = capacity;
    }

    void set(int row, Metric metric, double value) {
        double[] column = columns[metric.ordinal()];
        if (column == null) {
            column = new double[Math.max(capacity, row + 1)];
            Arrays.fill(column, Double.NaN);
            columns[metric.ordinal()] = column;
        }
        column[row] = value;
    }

    void grow(int wanted) {
        if (wanted <= capacity) {
            return;
        }
        capacity = Math.max(wanted, capacity * 2);
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            if (column != null) {
                int old = column.length;
                columns[i] = Arrays.copyOf(column, capacity);
                Arrays.fill(columns[i], old, capacity, Double.NaN);
            }
        }
    }

    double[] @Nullable [] trimmed(int size) {
        double[] @Nullable [] trimmed = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            trimmed[i] = column == null ? null : Arrays.copyOf(column, size);
        }
        return trimmed;
    }
}
