package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.statistics.Cholesky;
import io.tidemark.analytics.statistics.Mixture;
import java.util.SplittableRandom;

/// What is known of the effects of posting times after looking at the data: a mixture over the spreads of the grid.
final class SlotPosterior {
    /// The part of a slot's variance that no smooth shape of the week explains, as a share of s².
    private static final double ROUGH = 0.10;

    private static final double CLEAR_ODDS = 1.5;

    private final double[] spreads;
    private final double[] shares;
    private final double[][] means;
    private final double[][][] covariances;
    private final double noise;
    private final double oddsOfEffects;

    SlotPosterior(
            double[] spreads,
            double[] shares,
            double[][] means,
            double[][][] covariances,
            double noise,
            double oddsOfEffects) {
        this.spreads = spreads;
        this.shares = shares;
        this.means = means;
        this.covariances = covariances;
        this.noise = noise;
        this.oddsOfEffects = oddsOfEffects;
    }

    /// Whether the data speak for times having effects at all, by three to two at least (a Bayes factor).
    ///
    /// The grid has no place for "no effect", and the best of 168 times looks good by chance alone: without this,
    /// accounts that post round the clock and know nothing of times get one called good in up to 11 of 100 cases.
    boolean speaksForEffects() {
        return oddsOfEffects >= CLEAR_ODDS;
    }

    /// Variance of a post's response around what explains it.
    double noise() {
        return noise;
    }

    double share(int component) {
        return shares[component];
    }

    /// A weighted sum of slot features.
    ///
    /// @param contrast such as the features of a slot less those of the mean post
    /// @param rough of the rough part's variance: 1 for one slot, less for a mean of several
    Mixture effect(double[] contrast, double rough) {
        double[] centres = new double[shares.length];
        double[] deviations = new double[shares.length];
        for (int g = 0; g < shares.length; g++) {
            centres[g] = dot(contrast, means[g]);
            deviations[g] = Math.sqrt(
                    Math.max(quadratic(contrast, covariances[g]), 0) + rough * ROUGH * spreads[g] * spreads[g]);
        }
        return new Mixture(shares, centres, deviations);
    }

    /// How many posts right at the contrast would say as much as the data do, beyond what was assumed before.
    double effectivePosts(double[] contrast) {
        double posterior = 0;
        double prior = 0;
        double[] relative = SlotFeatures.relativePriorVariances();
        for (int g = 0; g < shares.length; g++) {
            posterior += shares[g] * quadratic(contrast, covariances[g]);
            double assumed = 0;
            for (int j = 0; j < contrast.length; j++) {
                assumed += contrast[j] * contrast[j] * relative[j];
            }
            prior += shares[g] * spreads[g] * spreads[g] * assumed;
        }
        return posterior <= 0 || prior <= 0 ? 0 : Math.max(0, noise * (1 / posterior - 1 / prior));
    }

    /// For each slot, the share of draws in which it is the best. The same seed gives the same shares.
    double[] chancesToBeBest(double[][] slots, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cholesky[] roots = new Cholesky[shares.length];
        double[] chances = new double[slots.length];
        for (int draw = 0; draw < draws; draw++) {
            int g = component(random.nextDouble());
            if (roots[g] == null) {
                roots[g] = Cholesky.of(withJitter(covariances[g]));
            }
            double[] coefficients = roots[g].times(normals(random));
            for (int j = 0; j < coefficients.length; j++) {
                coefficients[j] += means[g][j];
            }
            double rough = Math.sqrt(ROUGH) * spreads[g];
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int slot = 0; slot < slots.length; slot++) {
                double value = dot(slots[slot], coefficients) + rough * random.nextGaussian();
                if (value > most) {
                    most = value;
                    best = slot;
                }
            }
            chances[best] += 1.0 / draws;
        }
        return chances;
    }

    private static double[] normals(SplittableRandom random) {
        double[] normals = new double[SlotFeatures.COUNT];
        for (int j = 0; j < normals.length; j++) {
            normals[j] = random.nextGaussian();
        }
        return normals;
    }

    private int component(double uniform) {
        double rest = uniform;
        int g = 0;
        while (g < shares.length - 1 && rest >= shares[g]) {
            rest -= shares[g++];
        }
        return g;
    }

    private static double[][] withJitter(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int j = 0; j < copy.length; j++) {
            copy[j] = matrix[j].clone();
            copy[j][j] += 1e-12;
        }
        return copy;
    }

    private static double quadratic(double[] vector, double[][] matrix) {
        double sum = 0;
        for (int j = 0; j < vector.length; j++) {
            sum += vector[j] * dot(matrix[j], vector);
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }
}
