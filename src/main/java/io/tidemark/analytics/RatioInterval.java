package io.tidemark.analytics;

import java.util.Optional;
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

    /// @param numerators one for each unit
    /// @param denominators one for each unit, in the same order
    /// @return empty where fewer than four units, or an interval whose end is over twenty times its start, tell too
    ///     little
    public static Optional<RatioInterval> of(double[] numerators, double[] denominators, double level) {
        double numerator = RateError.sum(numerators);
        double denominator = RateError.sum(denominators);
        if (numerators.length < FEWEST_UNITS || denominator <= 0 || numerator < 0) {
            return Optional.empty();
        }
        return (numerator < FEWEST_COUNTS
                        ? wilson(numerator / ACTS_PER_PERSON, denominator / ACTS_PER_PERSON, level)
                        : logDelta(numerators, denominators, level))
                .filter(interval -> interval.high <= WIDEST * interval.low);
    }

    /// Wilson's score interval of a share of independent trials; empty where there are more hits than trials.
    static Optional<RatioInterval> wilson(double hits, double trials, double level) {
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

    private static Optional<RatioInterval> logDelta(double[] numerators, double[] denominators, double level) {
        RateError error = RateError.of(numerators, denominators);
        double t = TDistribution.of(error.freedom()).inverseCumulativeProbability((1 + level) / 2);
        double factor = Math.exp(t * error.relative());
        return Double.isFinite(factor)
                ? Optional.of(new RatioInterval(error.ratio() / factor, error.ratio() * factor, level))
                : Optional.empty();
    }
}
