package io.tidemark.frame;

import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricRows;

/// Rows of a frame, ordered by day: each belongs to an account and a day and carries metric values, `NaN` where one is
/// missing.
public sealed interface Rows extends MetricRows permits PostFrame, DayFrame {
    int size();

    /// Ordinal of the account in [Frame#accounts].
    int account(int row);

    /// Epoch day.
    int day(int row);

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
    double[] column(Metric metric, int first, int end);

    /// Adds a metric up per group; rows that do not report it add nothing and are not counted.
    GroupSums sums(Metric metric, Grouping grouping);
}
