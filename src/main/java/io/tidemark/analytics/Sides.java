package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// The slices of an answer: the period, and where sums compare, the part of it that is compared and the part of the
/// other period that it is compared with.
///
/// @param days how many days are compared; 0 where days are not what is compared
/// @param previousDays with how many
record Sides(
        Slice period, @Nullable Slice compared, @Nullable Slice previous, int days, int previousDays) {
    /// Numbers that are compared with nothing.
    static Sides alone(Slice period) {
        return new Sides(period, null, null, 0, 0);
    }
}
