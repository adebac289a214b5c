package io.tidemark.analytics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// A confidence interval of a ratio of sums, with the units (posts or days) as what was sampled, not the impressions
/// inside them.
///
/// The interval is that of the logarithm of the ratio: linearised residuals scaled by leverage (the HC3 estimator of
/// MacKinnon and White, 1985) and Student's t with Kish's effective number of units (Kish, 1965). Where fewer than five
/// engagements leave no spread to estimate, it is Wilson's interval (Wilson, 1927) on counts deflated by 1.5, since
/// one person may act several times.
public record RatioInterval(double low, double high, double level) {
    private static final int FEWEST_UNITS = 4;
    private static final double FEWEST_COUNTS = 5;
    private static final double WIDEST = 20;
    private static final double ACTS_PER_PERSON = 1.5;

    /// What units add up to.
    ///
    /// @param squares the squares of the denominators, added up
    record Sums(int units, double numerator, double denominator, double squares) {}

    /// @param numerators one for each unit
    /// @param denominators one for each unit, in the same order
    /// @return empty where fewer than four units, or an interval whose end is over twenty times its start, tell too
    ///     little
    public static Optional<RatioInterval> of(double[] numerators, double[] denominators, double level) {
        double squares = 0;
        for (double denominator : denominators) {
            squares += denominator * denominator;
        }
        Sums sums = new Sums(
                numerators.length,
                Arrays.stream(numerators).sum(),
                Arrays.stream(denominators).sum(),
                squares);
        return of(sums, () -> residuals(numerators, denominators, sums), level);
    }

    /// The same from sums.
    ///
    /// @param residuals what [#residual] says of every unit, added up; asked for only where it is needed
    static Optional<RatioInterval> of(Sums sums, DoubleSupplier residuals, double level) {
        if (sums.units < FEWEST_UNITS || sums.denominator <= 0 || sums.numerator < 0) {
            return Optional.empty();
        }
        return (sums.numerator < FEWEST_COUNTS
                        ? wilson(sums.numerator / ACTS_PER_PERSON, sums.denominator / ACTS_PER_PERSON, level)
                        : logDelta(sums, residuals.getAsDouble(), level))
                .filter(interval -> interval.high <= WIDEST * interval.low);
    }

    /// How far a unit lies from the ratio, squared, with its leverage.
    static double residual(double numerator, double denominator, double ratio, double denominators) {
        double residual = (numerator - ratio * denominator) / (1 - denominator / denominators);
        return residual * residual;
    }

    private static double residuals(double[] numerators, double[] denominators, Sums sums) {
        double ratio = sums.numerator / sums.denominator;
        double added = 0;
        for (int i = 0; i < numerators.length; i++) {
            added += residual(numerators[i], denominators[i], ratio, sums.denominator);
        }
        return added;
    }

    /// Wilson's score interval of a share of independent trials; empty where there are more hits than trials.
    public static Optional<RatioInterval> wilson(double hits, double trials, double level) {
        if (hits > trials || trials <= 0) {
            return Optional.empty();
        }
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
        double share = hits / trials;
        double shrink = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / shrink;
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / shrink;
        return Optional.of(new RatioInterval(centre - half, centre + half, level));
    }

    private static Optional<RatioInterval> logDelta(Sums sums, double residuals, double level) {
        double ratio = sums.numerator / sums.denominator;
        double error = Math.sqrt(residuals) / sums.denominator;
        double effectiveUnits = sums.denominator * sums.denominator / sums.squares;
        double freedom = Math.max(effectiveUnits - 1, 1);
        double t = TDistribution.of(freedom).inverseCumulativeProbability((1 + level) / 2);
        double factor = Math.exp(t * error / ratio);
        return Double.isFinite(factor)
                ? Optional.of(new RatioInterval(ratio / factor, ratio * factor, level))
                : Optional.empty();
    }
}
