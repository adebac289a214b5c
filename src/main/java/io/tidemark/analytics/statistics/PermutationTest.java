package io.tidemark.analytics.statistics;

import java.util.SplittableRandom;

/// Whether two groups that a coin made differ in their weighted means: as often as shuffling the groups makes the
/// difference as large. It needs no law of the values, only the coin (Fisher 1935).
///
/// @param difference mean of the second group less that of the first
/// @param pValue two-sided; never 0, as the groups as they are count as a shuffle
public record PermutationTest(double difference, double pValue) {
    /// @param second of each value, whether it is in the second group; both groups have some
    public static PermutationTest of(double[] values, double[] weights, boolean[] second, int shuffles, long seed) {
        double observed = difference(values, weights, second);
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] shuffled = second.clone();
        int asLarge = 1;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                boolean kept = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = kept;
            }
            asLarge += Math.abs(difference(values, weights, shuffled)) >= Math.abs(observed) ? 1 : 0;
        }
        return new PermutationTest(observed, asLarge / (shuffles + 1.0));
    }

    private static double difference(double[] values, double[] weights, boolean[] second) {
        double[] sums = new double[2];
        double[] totals = new double[2];
        for (int i = 0; i < values.length; i++) {
            int group = second[i] ? 1 : 0;
            sums[group] += weights[i] * values[i];
            totals[group] += weights[i];
        }
        return sums[1] / totals[1] - sums[0] / totals[0];
    }
}
