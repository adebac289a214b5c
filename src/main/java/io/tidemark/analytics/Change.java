package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// The difference to a base, and what may be read into it.
///
/// @param change null where the two do not compare
/// @param ratio the change as a share of the base; null where the base is 0, and where either side is below 0: what
/// people took back is real, but no share of anything
public record Change(@Nullable Double change, @Nullable Double ratio, ChangeStatus status) {
    static final Change NONE = new Change(null, null, ChangeStatus.INCOMPARABLE);

    private static final double FEW = 20;
    private static final double LARGEST_COVERAGE_GAP = 0.1;
    private static final double ROUNDING = 1e-9;

    private Change(double change, @Nullable Double ratio, boolean few) {
        this(change, ratio, few ? ChangeStatus.SMALL_BASE : ChangeStatus.OK);
    }

    /// The change of an amount.
    static Change of(@Nullable Double value, Coverage coverage, @Nullable Double base, Coverage baseCoverage) {
        if (value == null || base == null || !alike(coverage, baseCoverage)) {
            return NONE;
        }
        double change = Math.rint((value - base) * 1000) / 1000;
        if (base == 0 && value >= 0) {
            return new Change(change, null, ChangeStatus.NEW);
        }
        return new Change(change, ratio(value, base), isFew(value) || isFew(base));
    }

    /// The change of a rate, in points; a side is small where it rests on few counts.
    ///
    /// @param count what the rate's numerator adds up to
    /// @param baseCount what that of the base does
    static Change ofRates(
            @Nullable Double value,
            double count,
            Coverage coverage,
            @Nullable Double base,
            double baseCount,
            Coverage baseCoverage) {
        if (value == null || base == null || !alike(coverage, baseCoverage)) {
            return NONE;
        }
        if (base == 0 && value >= 0) {
            return new Change(value - base, null, ChangeStatus.NEW);
        }
        return new Change(value - base, ratio(value, base), isFew(count) || isFew(baseCount));
    }

    /// By which share of a base an amount differs from it, null where that is no share.
    static @Nullable Double ratio(double value, double base) {
        return base <= 0 || value < 0 ? null : Double.valueOf((value - base) / base);
    }

    /// Whether an amount is too small for a percentage of it, or to it, to be more than noise. Below 0, where people
    /// took more back than they gave, it always is.
    public static boolean isFew(double amount) {
        return amount < FEW;
    }

    private static boolean alike(Coverage one, Coverage other) {
        return Math.abs(one.ratio() - other.ratio()) <= LARGEST_COVERAGE_GAP + ROUNDING;
    }
}
