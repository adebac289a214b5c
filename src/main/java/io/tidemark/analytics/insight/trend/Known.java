package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;

/// Arrays in which `NaN` is a value that is not known.
final class Known {
    private Known() {}

    /// The values that are known, in order.
    static double[] of(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    static int count(double[] values) {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /// `NaN` where nothing is known.
    static double median(double[] values) {
        double[] known = of(values);
        return known.length == 0 ? Double.NaN : RobustScale.median(known);
    }

    /// A value of which a share of the sorted values is no larger, between two by their distance.
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// ln(1 + y) of every day. What people took back can leave a day below nothing; on the logarithm it
    /// counts as nothing.
    static double[] logs(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.log1p(Math.max(0, value)))
                .toArray();
    }
}
