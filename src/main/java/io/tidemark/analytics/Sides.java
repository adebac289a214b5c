package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// The slices of an answer: the period, and where sums compare, the part of it that is compared and the part of the
/// other period that it is compared with.
record Sides(
        Slice period, @Nullable Slice compared, @Nullable Slice previous) {}
