package io.tidemark.collect.demo;

import java.util.List;
import java.util.SplittableRandom;

/// Randomness that depends on nothing but a name, so that every part of the demonstration stays as it is when another
/// part changes.
final class Dice {
    private static final long SEED = 0x7469_6465_6d61_726bL;
    private static final long FNV_PRIME = 0x100_0000_01b3L;
    /// Above this mean a rounded normal is as good as a Poisson number, and cheaper.
    private static final double LARGE_MEAN = 40;

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    static Dice named(String name) {
        long hash = SEED;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new Dice(hash);
    }

    /// Uniform in [0, 1).
    double uniform() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// A whole number in [0, bound).
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// A factor around 1 whose logarithm is normal; its mean is 1.
    double factor(double sigma) {
        return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    double gaussian() {
        return random.nextGaussian();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A Poisson number: how many of many rare independent events happened.
    long poisson(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > LARGE_MEAN) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long events = 0;
        while (product > limit) {
            product *= random.nextDouble();
            events++;
        }
        return events;
    }
}
