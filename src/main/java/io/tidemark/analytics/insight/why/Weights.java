package io.tidemark.analytics.insight.why;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How often each post of a period is in a resample. Up to some thousand posts as many are drawn as there are; of more,
/// each is taken a number of times that is Poisson distributed with mean 1 (Hanley and MacGibbon, 2006), which comes to
/// the same and takes a fraction of the time.
final class Weights {
    /// Below it posts are drawn.
    static final int MANY = 4096;

    private static final int BITS = 12;
    private static final int PER_DRAW = Long.SIZE / BITS;
    private static final byte[] POISSON = poisson();

    private final byte[] weights;

    Weights(int posts) {
        weights = new byte[posts];
    }

    /// The weights of another resample; the array is used again.
    byte[] next(SplittableRandom random) {
        if (weights.length < MANY) {
            Arrays.fill(weights, (byte) 0);
            for (int i = 0; i < weights.length; i++) {
                weights[random.nextInt(weights.length)]++;
            }
            return weights;
        }
        for (int i = 0; i < weights.length; ) {
            long bits = random.nextLong();
            int end = Math.min(weights.length, i + PER_DRAW);
            for (; i < end; i++) {
                weights[i] = POISSON[(int) bits & POISSON.length - 1];
                bits >>>= BITS;
            }
        }
        return weights;
    }

    /// The quantiles of the distribution at equal steps.
    private static byte[] poisson() {
        byte[] table = new byte[1 << BITS];
        double probability = Math.exp(-1);
        double below = probability;
        int value = 0;
        for (int i = 0; i < table.length; i++) {
            while ((i + 0.5) / table.length > below) {
                value++;
                probability /= value;
                below += probability;
            }
            table[i] = (byte) value;
        }
        return table;
    }
}
