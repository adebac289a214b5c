package io.tidemark.analytics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/// The relative difference between two rates, each a ratio of sums over its own units: whether a rate has changed from
/// one period to another (`rate_comparison/1`).
///
/// The difference of logarithms has the errors of both sides and degrees of freedom by Welch and Satterthwaite.
///
/// @param difference of the second to the first: 0.1 is a tenth more
/// @param low lower end of its interval
/// @param high upper end
/// @param level of the interval
/// @param freedom degrees of freedom
/// @param p two-sided probability of so large a difference where there is none
public record RateComparison(double difference, double low, double high, double level, double freedom, double p) {
    private static final int FEWEST_UNITS = 4;
    private static final double FEWEST_COUNTS = 5;

    /// @param before the numerators and denominators of the first, one of each per unit
    /// @return empty where either side has fewer than four units or five counts, which tell too little
    public static Optional<RateComparison> of(
            double[] before, double[] beforeBelow, double[] after, double[] afterBelow, double level) {
        if (!tells(before, beforeBelow) || !tells(after, afterBelow)) {
            return Optional.empty();
        }
        RateError a = RateError.of(before, beforeBelow);
        RateError b = RateError.of(after, afterBelow);
        double squareA = a.relative() * a.relative();
        double squareB = b.relative() * b.relative();
        double square = squareA + squareB;
        double difference = Math.log(b.ratio()) - Math.log(a.ratio());
        if (!Double.isFinite(square) || square <= 0) {
            return Optional.empty();
        }
        double freedom = square * square / (squareA * squareA / a.freedom() + squareB * squareB / b.freedom());
        TDistribution student = TDistribution.of(freedom);
        double error = Math.sqrt(square);
        double half = student.inverseCumulativeProbability((1 + level) / 2) * error;
        return Optional.of(new RateComparison(
                Math.expm1(difference),
                Math.expm1(difference - half),
                Math.expm1(difference + half),
                level,
                freedom,
                2 * student.survivalProbability(Math.abs(difference) / error)));
    }

    private static boolean tells(double[] numerators, double[] denominators) {
        return numerators.length >= FEWEST_UNITS
                && RateError.sum(numerators) >= FEWEST_COUNTS
                && RateError.sum(denominators) > 0;
    }

    /// Whether the rates differ as far as the data can tell.
    public boolean isChanged() {
        return low > 0 || high < 0;
    }
}
