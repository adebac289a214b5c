package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// The difference to a base, and what may be read into it.
///
/// @param change null where the two do not compare
/// @param ratio the change as a share of the base, null where there is none
public record Change(@Nullable Double change, @Nullable Double ratio, ChangeStatus status) {
    static final Change NONE = new Change(null, null, ChangeStatus.INCOMPARABLE);

    private static final double SMALLEST_BASE = 20;
    private static final double LARGEST_COVERAGE_GAP = 0.1;
    private static final double ROUNDING = 1e-9;

    /// The change of an amount.
    static Change of(@Nullable Double value, Coverage coverage, @Nullable Double base, Coverage baseCoverage) {
        if (value == null || base == null || !alike(coverage, baseCoverage)) {
            return NONE;
        }
        double change = Math.rint((value - base) * 1000) / 1000;
        if (base == 0) {
            return new Change(change, null, ChangeStatus.NEW);
        }
        ChangeStatus status = Math.abs(base) < SMALLEST_BASE ? ChangeStatus.SMALL_BASE : ChangeStatus.OK;
        return new Change(change, change / base, status);
    }

    /// The change of a rate, in points; its base is small where it rests on few counts.
    ///
    /// @param baseCount what the base rate's numerator adds up to
    static Change ofRates(
            @Nullable Double value, Coverage coverage, @Nullable Double base, Coverage baseCoverage, double baseCount) {
        if (value == null || base == null || !alike(coverage, baseCoverage)) {
            return NONE;
        }
        if (base == 0) {
            return new Change(value - base, null, ChangeStatus.NEW);
        }
        ChangeStatus status = baseCount < SMALLEST_BASE ? ChangeStatus.SMALL_BASE : ChangeStatus.OK;
        return new Change(value - base, (value - base) / base, status);
    }

    private static boolean alike(Coverage one, Coverage other) {
        return Math.abs(one.ratio() - other.ratio()) <= LARGEST_COVERAGE_GAP + ROUNDING;
    }
}
