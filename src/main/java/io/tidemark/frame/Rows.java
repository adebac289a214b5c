package io.tidemark.frame;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows of a frame, ordered by day: each belongs to an account and a day and carries values, `NaN` where one is
/// missing.
public sealed interface Rows extends MetricRows permits PostFrame, DayFrame, CellFrame, ActivityFrame {
    int size();

    /// Ordinal of the account in [Frame#accounts].
    int account(int row);

    /// Epoch day.
    int day(int row);

    /// The values of a measure; null where no row has one.
    @Nullable
    Column column(Measure measure);

    /// How many items report each row's value of a measure, for rows that stand for several; null where a row is one
    /// item. The array itself, not a copy: for loops over rows.
    default int @Nullable [] counts(Measure measure) {
        return null;
    }

    /// How many items a row stands for.
    default int items(int row) {
        return 1;
    }

    /// The value, or `NaN` where it is missing.
    @Override
    default double value(int row, Metric metric) {
        return value(row, Measure.of(metric));
    }

    default double value(int row, Measure measure) {
        Column column = column(measure);
        return column == null ? Double.NaN : column.value(row);
    }

    /// First row of a day on or after an epoch day.
    default int firstRowFrom(int epochDay) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day(middle) < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// A copy of some rows' values of a metric, `NaN` where one is missing.
    default double[] column(Metric metric, int first, int end) {
        Column column = column(Measure.of(metric));
        if (column != null) {
            return column.copy(first, end);
        }
        double[] missing = new double[end - first];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }
}
