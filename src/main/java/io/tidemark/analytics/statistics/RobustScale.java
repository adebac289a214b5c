package io.tidemark.analytics.statistics;

import java.util.Arrays;

/// Location and scale that single extreme values do not move.
public final class RobustScale {
    /// The median absolute deviation times this estimates the standard deviation of normal values.
    private static final double TO_SIGMA = 1.4826;

    private static final double TINY = 1e-9;

    private RobustScale() {}

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// 1.4826 times the median distance from the median.
    public static double of(double[] values) {
        double median = median(values);
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return TO_SIGMA * median(distances);
    }

    /// 1 for residuals within some scales, and falling with the distance beyond (Huber, 1964).
    public static double[] huberWeights(double[] residuals, double scales) {
        double scale = of(residuals);
        double[] weights = new double[residuals.length];
        if (scale < TINY) {
            // More than half of the residuals are one value: there is no scale to tell outliers by.
            Arrays.fill(weights, 1);
            return weights;
        }
        double bound = scales * scale;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(1, bound / Math.max(Math.abs(residuals[i]), TINY));
        }
        return weights;
    }
}
