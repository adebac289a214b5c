package io.tidemark.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/// What rates are usual, as a beta distribution.
public record BetaPrior(double alpha, double beta) {
    private static final double LARGEST_SPREAD = 0.25;
    private static final int BISECTIONS = 60;
    private static final double FEWEST_EXPOSURES = 5;
    private static final double MOST_EXPOSURES = 1e6;
    private static final double ALMOST_ONE = 1 - 1e-9;

    /// @return null where fewer than two rates are known, or nobody acted at all
    public static @Nullable BetaPrior fit(double[] parts, double[] wholes, double actsPerPerson) {
        int count = parts.length;
        double part = 0;
        double whole = 0;
        for (int i = 0; i < count; i++) {
            part += parts[i];
            whole += wholes[i];
        }
        if (count < 2 || part <= 0) {
            return null;
        }
        // People may act repeatedly, so that a rate can be above one; a share of people cannot.
        double pooled = Math.min(part / whole, ALMOST_ONE);
        double[] rates = new double[count];
        double[] variances = new double[count];
        for (int i = 0; i < count; i++) {
            rates[i] = Math.min(parts[i] / wholes[i], ALMOST_ONE);
            variances[i] = actsPerPerson * pooled * (1 - pooled) / wholes[i];
        }
        double spread = spread(rates, variances);
        double mean = Math.clamp(mean(rates, variances, spread), 1e-12, ALMOST_ONE);
        double exposures = spread == 0
                ? MOST_EXPOSURES
                : Math.clamp(mean * (1 - mean) / spread - 1, FEWEST_EXPOSURES, MOST_EXPOSURES);
        return new BetaPrior(mean * exposures, (1 - mean) * exposures);
    }

    /// The rate to be expected of a post in the long run.
    public double mean(double part, double whole, double actsPerPerson) {
        double acting = Math.min(part, whole * ALMOST_ONE) / actsPerPerson;
        return (alpha + acting) / (alpha + beta + whole / actsPerPerson);
    }

    /// Where that rate lies, from low to high.
    public double[] interval(double part, double whole, double actsPerPerson, double level) {
        double persons = whole / actsPerPerson;
        double acting = Math.min(part, whole * ALMOST_ONE) / actsPerPerson;
        BetaDistribution posterior = BetaDistribution.of(alpha + acting, beta + persons - acting);
        double tail = (1 - level) / 2;
        return new double[] {
            posterior.inverseCumulativeProbability(tail), posterior.inverseCumulativeProbability(1 - tail)
        };
    }

    /// The variance between true rates that makes the observed ones as far apart as they are.
    private static double spread(double[] rates, double[] variances) {
        if (excess(rates, variances, 0) <= 0) {
            return 0;
        }
        double low = 0;
        double high = LARGEST_SPREAD;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (excess(rates, variances, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// How much further apart the rates are than a spread lets expect.
    private static double excess(double[] rates, double[] variances, double spread) {
        double mean = mean(rates, variances, spread);
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += (rates[i] - mean) * (rates[i] - mean) / (variances[i] + spread);
        }
        return sum - (rates.length - 1);
    }

    private static double mean(double[] rates, double[] variances, double spread) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < rates.length; i++) {
            double weight = 1 / (variances[i] + spread);
            sum += weight * rates[i];
            weights += weight;
        }
        return sum / weights;
    }
}
