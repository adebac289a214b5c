package io.tidemark.analytics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pairs of what a rate divides, one for each post or day with something to divide by.
final class RateSample {
    static final double LEVEL = 0.95;

    private final double[] numerators;
    private final double[] denominators;
    private final Coverage coverage;
    private final double above;
    private final double below;

    RateSample(double[] numerators, double[] denominators, Coverage coverage) {
        this.numerators = numerators;
        this.denominators = denominators;
        this.coverage = coverage;
        above = sum(numerators);
        below = sum(denominators);
    }

    Coverage coverage() {
        return coverage;
    }

    /// The sum of the numerators.
    double count() {
        return above;
    }

    /// Ratio of the sums, null where there is nothing to divide by.
    @Nullable
    Double value() {
        return below > 0 ? Double.valueOf(above / below) : null;
    }

    Optional<RatioInterval> interval() {
        return RatioInterval.of(numerators, denominators, LEVEL);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
