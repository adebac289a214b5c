package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.statistics.Cholesky;
import io.tidemark.analytics.statistics.NormalEquations;
import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;

/// How posting times relate to what posts reach: a ridge regression whose one scale, the spread s of true slot effects,
/// is integrated over a grid by its evidence, so that effects shrink as far as the data demand. Outliers count less, by
/// three passes of Huber weights.
///
/// Normal-normal with variance of the noise ~ inverse gamma(2, 0.98): for each s, with P the noise over the prior
/// variances, A = X'WX + P and b = A⁻¹X'Wy, the evidence is ½ Σ ln P − ½ ln|A| − aₙ ln bₙ, where aₙ = 2 + ½ Σ w and
/// bₙ = 0.98 + ½ (y'Wy − b'X'Wy).
final class TimingModel {
    private static final double[] SPREADS = {.03, .08, .13, .18, .24, .30, .38, .48};
    /// As good as no effect at all.
    private static final double NOTHING = 1e-4;

    private static final int PASSES = 3;
    private static final double NOISE_SHAPE = 2;
    private static final double NOISE_SCALE = 2 * 0.49;
    private static final double HUBER = 1.8;
    private static final double SMALLEST_NOISE = 0.05;

    private final TimingSample sample;
    private final TimingDesign design;
    private final double[] priorMeans;

    private TimingModel(TimingSample sample, double[] priorMeans) {
        this.sample = sample;
        this.priorMeans = priorMeans;
        design = new TimingDesign(sample);
    }

    static SlotPosterior fit(TimingSample sample) {
        return fit(sample, new double[SlotFeatures.COUNT]);
    }

    /// @param priorMeans what is known of the slot features beforehand, such as from sibling accounts
    static SlotPosterior fit(TimingSample sample, double[] priorMeans) {
        return new TimingModel(shifted(sample, priorMeans), priorMeans).fit();
    }

    /// What is known of an account none of whose own posts are looked at: the spreads of the grid are alike.
    static SlotPosterior prior(double[] priorMeans) {
        double[] shares = new double[SPREADS.length];
        double[][] means = new double[SPREADS.length][];
        double[][][] covariances = new double[SPREADS.length][SlotFeatures.COUNT][SlotFeatures.COUNT];
        double[] variances = SlotFeatures.relativePriorVariances();
        for (int g = 0; g < SPREADS.length; g++) {
            shares[g] = 1.0 / SPREADS.length;
            means[g] = priorMeans.clone();
            for (int j = 0; j < SlotFeatures.COUNT; j++) {
                covariances[g][j][j] = SPREADS[g] * SPREADS[g] * variances[j];
            }
        }
        return new SlotPosterior(SPREADS, shares, means, covariances, NOISE_SCALE / NOISE_SHAPE, 1);
    }

    /// The responses less what the prior explains.
    private static TimingSample shifted(TimingSample sample, double[] priorMeans) {
        if (Arrays.stream(priorMeans).allMatch(mean -> mean == 0)) {
            return sample;
        }
        double[] responses = sample.responses().clone();
        for (int i = 0; i < responses.length; i++) {
            double[] features = SlotFeatures.atMinute(sample.minutes()[i]);
            for (int j = 0; j < priorMeans.length; j++) {
                responses[i] -= features[j] * priorMeans[j];
            }
        }
        return sample.withResponses(responses);
    }

    private SlotPosterior fit() {
        double[] weights = sample.weights().clone();
        double noise = Math.max(0.7 * variance(sample.responses()), SMALLEST_NOISE);
        for (int pass = 1; ; pass++) {
            NormalEquations equations = design.equations(weights);
            Pass solved = pass(equations, noise);
            if (pass == PASSES) {
                double without = solve(equations.withResponsesPlus(priorMeans), noise, NOTHING)
                        .logEvidence();
                return solved.posterior(SPREADS, priorMeans, without);
            }
            noise = solved.noise();
            double[] huber = RobustScale.huberWeights(design.residuals(solved.coefficients()), HUBER);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = sample.weights()[i] * huber[i];
            }
        }
    }

    private Pass pass(NormalEquations equations, double noise) {
        Solution[] solutions = new Solution[SPREADS.length];
        double[] evidence = new double[SPREADS.length];
        for (int g = 0; g < SPREADS.length; g++) {
            solutions[g] = solve(equations, noise, SPREADS[g]);
            evidence[g] = solutions[g].logEvidence();
        }
        return new Pass(solutions, softmax(evidence), meanOfExponentials(evidence));
    }

    private Solution solve(NormalEquations equations, double noise, double spread) {
        double[] penalties = design.priorVariances(spread);
        double logPenalties = 0;
        for (int j = 0; j < penalties.length; j++) {
            penalties[j] = noise / penalties[j];
            logPenalties += Math.log(penalties[j]);
        }
        Cholesky root = Cholesky.of(equations.leftPlus(penalties));
        double[] coefficients = root.solve(equations.right());
        double explained = 0;
        for (int j = 0; j < coefficients.length; j++) {
            explained += coefficients[j] * equations.right()[j];
        }
        double shape = NOISE_SHAPE + equations.weight() / 2;
        double scale = NOISE_SCALE + (equations.squares() - explained) / 2;
        double evidence = logPenalties / 2 - root.halfLogDeterminant() - shape * Math.log(scale);
        return new Solution(coefficients, root, scale / shape, evidence);
    }

    /// What one spread of the grid leads to.
    private record Solution(double[] coefficients, Cholesky root, double noise, double logEvidence) {}

    /// What one pass over the data leads to.
    ///
    /// @param logEvidence over all spreads of the grid
    private record Pass(Solution[] solutions, double[] shares, double logEvidence) {
        double noise() {
            double noise = 0;
            for (int g = 0; g < shares.length; g++) {
                noise += shares[g] * solutions[g].noise();
            }
            return noise;
        }

        double[] coefficients() {
            double[] mean = new double[solutions[0].coefficients().length];
            for (int g = 0; g < shares.length; g++) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += shares[g] * solutions[g].coefficients()[j];
                }
            }
            return mean;
        }

        /// @param without the logarithm of the evidence where no time has any effect
        SlotPosterior posterior(double[] spreads, double[] priorMeans, double without) {
            double[][] means = new double[shares.length][];
            double[][][] covariances = new double[shares.length][][];
            for (int g = 0; g < shares.length; g++) {
                means[g] = Arrays.copyOf(solutions[g].coefficients(), SlotFeatures.COUNT);
                for (int j = 0; j < SlotFeatures.COUNT; j++) {
                    means[g][j] += priorMeans[j];
                }
                covariances[g] = solutions[g].root().inverseCorner(SlotFeatures.COUNT, solutions[g].noise());
            }
            return new SlotPosterior(spreads, shares, means, covariances, noise(), Math.exp(logEvidence - without));
        }
    }

    private static double[] softmax(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double[] shares = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /// The logarithm of the mean of what these are the logarithms of.
    private static double meanOfExponentials(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double mean =
                Arrays.stream(logs).map(log -> Math.exp(log - most)).average().orElseThrow();
        return most + Math.log(mean);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
