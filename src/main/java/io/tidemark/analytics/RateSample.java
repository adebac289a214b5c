package io.tidemark.analytics;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pairs of what a rate divides, one for each post or day with something to divide by.
final class RateSample {
    static final double LEVEL = 0.95;

    private final double[] numerators;
    private final double[] denominators;
    private final Coverage coverage;

    RateSample(double[] numerators, double[] denominators, Coverage coverage) {
        this.numerators = numerators;
        this.denominators = denominators;
        this.coverage = coverage;
    }

    Coverage coverage() {
        return coverage;
    }

    /// The sum of the numerators.
    double count() {
        return Arrays.stream(numerators).sum();
    }

    /// Ratio of the sums, null where there is nothing to divide by.
    @Nullable
    Double value() {
        double below = Arrays.stream(denominators).sum();
        return below > 0 ? Double.valueOf(count() / below) : null;
    }

    Optional<RatioInterval> interval() {
        return RatioInterval.of(numerators, denominators, LEVEL);
    }
}
