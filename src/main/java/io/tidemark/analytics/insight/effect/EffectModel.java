package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.statistics.Cholesky;
import io.tidemark.analytics.statistics.NormalEquations;
import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;

/// All columns fitted to the responses at once by least squares, so that what goes together with something that works
/// gets none of its credit. Outliers count less, by Huber weights in three passes.
///
/// With weights w and n − p degrees of freedom, the noise is s² = 1.1 Σ w r² / (n − p), and the variance of a contrast
/// c of coefficients s² c'A⁻¹c, where A = X'WX + ridge.
final class EffectModel {
    private static final int PASSES = 3;
    private static final double HUBER = 1.8;
    /// Weights below one take from the residuals more than the outliers do.
    private static final double FOR_WEIGHTS = 1.1;
    private static final int LEAST_FREEDOM = 3;
    /// A ridge that holds a coefficient at nothing.
    private static final double HELD = 1e12;
    /// A tenth either way: where posts seem to differ by less, as where nobody ever reacts, no trifle is significant.
    private static final double LEAST_NOISE = 0.01;

    private final Cholesky root;
    private final double[] coefficients;
    private final double noise;
    private final int freedom;
    private final boolean[] redundant;

    private EffectModel(Cholesky root, double[] coefficients, double noise, int freedom, boolean[] redundant) {
        this.redundant = redundant;
        this.root = root;
        this.coefficients = coefficients;
        this.noise = noise;
        this.freedom = freedom;
    }

    /// @param certainty from 0 to 1 for each post: less than 1 where its response is still uncertain
    static EffectModel fit(EffectDesign design, double[] responses, double[] certainty) {
        double[] weights = certainty.clone();
        double[] ridge = design.ridge().clone();
        boolean[] redundant = new boolean[ridge.length];
        for (int pass = 1; ; pass++) {
            NormalEquations equations = design.equations(responses, weights);
            if (pass == 1) {
                redundant = Redundancy.of(equations, ridge, design.firstSet());
                for (int column = 0; column < ridge.length; column++) {
                    ridge[column] = redundant[column] ? HELD : ridge[column];
                }
            }
            Cholesky root = Cholesky.of(equations.leftPlus(ridge));
            double[] coefficients = root.solve(equations.right());
            double[] residuals = design.residuals(responses, coefficients);
            if (pass == PASSES) {
                int freedom = Math.max(design.posts() - design.columns(), LEAST_FREEDOM);
                double noise = FOR_WEIGHTS * squares(residuals, weights) / freedom;
                return new EffectModel(root, coefficients, Math.max(noise, LEAST_NOISE), freedom, redundant);
            }
            double[] huber = RobustScale.huberWeights(residuals, HUBER);
            Arrays.setAll(weights, post -> certainty[post] * huber[post]);
        }
    }

    private static double squares(double[] residuals, double[] weights) {
        double sum = 0;
        for (int post = 0; post < residuals.length; post++) {
            sum += weights[post] * residuals[post] * residuals[post];
        }
        return sum;
    }

    /// Whether a column was given up, since those before it say the same.
    boolean isRedundant(int column) {
        return redundant[column];
    }

    double estimate(double[] contrast) {
        return dot(contrast, coefficients);
    }

    double error(double[] contrast) {
        return Math.sqrt(noise * dot(contrast, root.solve(contrast)));
    }

    /// The variance of a post around what the columns explain.
    double noise() {
        return noise;
    }

    int freedom() {
        return freedom;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
