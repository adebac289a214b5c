package io.tidemark.analytics.insight.performance;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// What a post is expected to settle at, given its count at an age: a normal posterior on the scale of
/// `ln(count + 1/2)`, between what its kind usually settles at and what its count leads to expect.
public record SettledTotal(double mean, double sd) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// @param count of the post at the age
    public static SettledTotal of(TypicalTotal typical, Remainder remainder, double count) {
        SettledTotal seen = of(remainder, count);
        double usual = 1 / (typical.sd() * typical.sd());
        double own = 1 / (seen.sd * seen.sd);
        return new SettledTotal((usual * typical.mean() + own * seen.mean) / (usual + own), 1 / Math.sqrt(usual + own));
    }

    /// Where nothing is known of what is usual.
    public static SettledTotal of(Remainder remainder, double count) {
        double counted = count + LearnedCurve.OFFSET;
        return new SettledTotal(Math.log(counted) + remainder.rise(), Math.sqrt(remainder.variance() + 1 / counted));
    }

    /// The count below which the total lies with a probability.
    public double quantile(double probability) {
        return Math.max(
                0, Math.exp(mean + NORMAL.inverseCumulativeProbability(probability) * sd) - LearnedCurve.OFFSET);
    }

    /// The count to be expected.
    public double count() {
        return Math.max(0, Math.exp(mean) - LearnedCurve.OFFSET);
    }

    /// How many times what is usual.
    ///
    /// @param probability of less; 1/2 for what is to be expected
    public double index(TypicalTotal typical, double probability) {
        return Math.exp(mean - typical.mean() + NORMAL.inverseCumulativeProbability(probability) * sd);
    }

    /// The share of posts of its kind that settle at less.
    public double percentile(TypicalTotal typical) {
        return NORMAL.cumulativeProbability((mean - typical.mean()) / typical.sd());
    }

    /// The chance that it settles at so many times of what is usual, or more.
    public double chanceOf(double times, TypicalTotal typical) {
        return 1 - NORMAL.cumulativeProbability((typical.mean() + Math.log(times) - mean) / sd);
    }
}
