package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// A ratio of two sums over the items that report both sides. The answer to "what share of all": never a mean of the
/// items' own ratios, in which a tiny item weighs as much as a huge one.
///
/// @param numerator the sum above, of the items that report both
/// @param denominator the sum below, of the same items
/// @param coverage how many of the items did
public record RatioOfSums(double numerator, double denominator, Coverage coverage) {
    /// The ratio; null where there is nothing to divide by. May be over 1, where people act more than once.
    public @Nullable Double value() {
        return denominator > 0 ? Double.valueOf(numerator / denominator) : null;
    }
}
