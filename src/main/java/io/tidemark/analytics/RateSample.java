package io.tidemark.analytics;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a rate divides, added up over units that have something to divide by.
///
/// @param count the sum of the numerators
/// @param below the sum of the denominators
/// @param intervals computes the interval, which takes another look at every unit
record RateSample(double count, double below, Coverage coverage, Supplier<Optional<RatioInterval>> intervals) {
    static final double LEVEL = 0.95;

    /// Ratio of the sums, null where there is nothing to divide by.
    @Nullable
    Double value() {
        return new RatioOfSums(count, below, coverage).value();
    }

    Optional<RatioInterval> interval() {
        return intervals.get();
    }
}
