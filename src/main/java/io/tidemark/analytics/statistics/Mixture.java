package io.tidemark.analytics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// A mixture of normal distributions.
///
/// @param shares of the components, adding up to one
public record Mixture(double[] shares, double[] centres, double[] deviations) {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final int STEPS = 100;
    private static final double CLOSE = 1e-10;

    public double mean() {
        double mean = 0;
        for (int g = 0; g < shares.length; g++) {
            mean += shares[g] * centres[g];
        }
        return mean;
    }

    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (int g = 0; g < shares.length; g++) {
            squares += shares[g] * (centres[g] * centres[g] + deviations[g] * deviations[g]);
        }
        return Math.sqrt(Math.max(squares - mean * mean, 0));
    }

    public double probabilityAbove(double bound) {
        double above = 0;
        for (int g = 0; g < shares.length; g++) {
            above += shares[g] * STANDARD.survivalProbability((bound - centres[g]) / deviations[g]);
        }
        return above;
    }

    /// Newton's steps, kept inside an interval that shrinks around the answer.
    public double quantile(double probability) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double z = STANDARD.inverseCumulativeProbability(probability);
        for (int g = 0; g < shares.length; g++) {
            double ofComponent = centres[g] + z * deviations[g];
            low = Math.min(low, ofComponent);
            high = Math.max(high, ofComponent);
        }
        double x = (low + high) / 2;
        for (int step = 0; step < STEPS && high - low > CLOSE; step++) {
            double excess = 1 - probabilityAbove(x) - probability;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - excess / density(x);
            if (Math.abs(next - x) < CLOSE) {
                return next;
            }
            x = next > low && next < high ? next : (low + high) / 2;
        }
        return x;
    }

    private double density(double x) {
        double density = 0;
        for (int g = 0; g < shares.length; g++) {
            density += shares[g] * STANDARD.density((x - centres[g]) / deviations[g]) / deviations[g];
        }
        return density;
    }
}
