package io.tidemark.analytics;

import java.util.Arrays;

/// The posts of a rate that have something to divide by, side by side, so that the passes over them that intervals need
/// are plain loops over numbers.
final class RatePairs {
    private double[] numerators = new double[0];
    private double[] denominators = new double[0];
    private int[] groups = new int[0];
    private int size;

    /// Makes room for more posts.
    void expect(int more) {
        numerators = Arrays.copyOf(numerators, size + more);
        denominators = Arrays.copyOf(denominators, size + more);
        groups = Arrays.copyOf(groups, size + more);
    }

    void add(int group, double numerator, double denominator) {
        groups[size] = group;
        numerators[size] = numerator;
        denominators[size++] = denominator;
    }

    /// The residuals of every group about its own ratio.
    double[] residuals(double[] above, double[] below) {
        double[] sums = new double[above.length];
        for (int i = 0; i < size; i++) {
            int group = groups[i];
            sums[group] +=
                    RatioInterval.residual(numerators[i], denominators[i], above[group] / below[group], below[group]);
        }
        return sums;
    }

    /// The residuals of several groups about their common ratio.
    double residuals(boolean[] counted, double ratio, double below) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (counted[groups[i]]) {
                sum += RatioInterval.residual(numerators[i], denominators[i], ratio, below);
            }
        }
        return sum;
    }
}
