package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.statistics.Mixture;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Pulls estimated effects towards nothing, by as much as all of them together demand, and says of each how likely it
/// is that its direction is wrong (adaptive shrinkage: Stephens, "False discovery rates: a new deal", 2017).
///
/// Most effects are taken to be nothing and the others to be normal around it with one of some spreads. How common each
/// spread is, is learned from the estimates by expectation and maximisation, leaning towards nothing as if nine more
/// effects had turned out to be none. Estimates that follow Student's distribution count as normal ones with the same
/// p-value.
final class AdaptiveShrinkage {
    private static final double[] SPREADS = {0, .05, .1, .2, .35, .6};
    /// A Dirichlet prior of 10 on nothing and of 1 on all else.
    private static final double MORE_OF_NOTHING = 9;

    private static final int MOST_STEPS = 500;
    private static final double CLOSE = 1e-6;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final double[] estimates;
    private final double[] errors;
    private final double[] shares = new double[SPREADS.length];

    private AdaptiveShrinkage(double[] estimates, double[] errors, double freedom) {
        this.estimates = estimates;
        this.errors = new double[errors.length];
        for (int i = 0; i < errors.length; i++) {
            this.errors[i] = normalError(estimates[i], errors[i], freedom);
        }
        learnShares();
    }

    /// @param estimates of effects, on the logarithm
    /// @param errors their standard errors
    /// @param freedom degrees of freedom of these
    static Shrunken[] of(double[] estimates, double[] errors, double freedom) {
        AdaptiveShrinkage shrinkage = new AdaptiveShrinkage(estimates, errors, freedom);
        Shrunken[] shrunken = new Shrunken[estimates.length];
        Arrays.setAll(shrunken, shrinkage::shrunken);
        return shrunken;
    }

    /// The error with which a normal estimate has the same p-value.
    private static double normalError(double estimate, double error, double freedom) {
        double p = 2 * TDistribution.of(freedom).cumulativeProbability(-Math.abs(estimate) / error);
        double z = STANDARD.inverseSurvivalProbability(p / 2);
        return z > 0 && Double.isFinite(z) ? Math.abs(estimate) / z : error;
    }

    private void learnShares() {
        Arrays.fill(shares, 1.0 / shares.length);
        double moved = 1;
        for (int step = 0; step < MOST_STEPS && moved >= CLOSE; step++) {
            double[] expected = new double[shares.length];
            expected[0] = MORE_OF_NOTHING;
            for (int i = 0; i < estimates.length; i++) {
                double[] mine = posteriorShares(i, shares);
                for (int g = 0; g < mine.length; g++) {
                    expected[g] += mine[g];
                }
            }
            moved = 0;
            for (int g = 0; g < shares.length; g++) {
                double share = expected[g] / (estimates.length + MORE_OF_NOTHING);
                moved = Math.max(moved, Math.abs(share - shares[g]));
                shares[g] = share;
            }
        }
    }

    /// How likely an effect belongs to each spread. Computed on the logarithm, so that an estimate far from everything
    /// still belongs somewhere.
    private double[] posteriorShares(int effect, double[] prior) {
        double[] mine = new double[prior.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < mine.length; g++) {
            double variance = errors[effect] * errors[effect] + SPREADS[g] * SPREADS[g];
            mine[g] = Math.log(prior[g])
                    - Math.log(variance) / 2
                    - estimates[effect] * estimates[effect] / (2 * variance);
            most = Math.max(most, mine[g]);
        }
        double sum = 0;
        for (int g = 0; g < mine.length; g++) {
            mine[g] = Math.exp(mine[g] - most);
            sum += mine[g];
        }
        for (int g = 0; g < mine.length; g++) {
            mine[g] /= sum;
        }
        return mine;
    }

    private Shrunken shrunken(int effect) {
        double[] mine = posteriorShares(effect, shares);
        double mean = 0;
        double below = 0;
        double above = 0;
        for (int g = 1; g < mine.length; g++) {
            double centre = centre(effect, g);
            double share = STANDARD.cumulativeProbability(-centre / deviation(effect, g));
            mean += mine[g] * centre;
            below += mine[g] * share;
            above += mine[g] * (1 - share);
        }
        return new Shrunken(mean, mine[0] + Math.min(below, above), sizes(effect));
    }

    /// Where the effect lies if there is one. Each spread counts as if one more effect had belonged to it: where the
    /// estimates say next to nothing, that few effects were found does not make all of them small.
    private Mixture sizes(int effect) {
        double[] prior = new double[shares.length];
        for (int g = 1; g < prior.length; g++) {
            prior[g] = shares[g] * (estimates.length + MORE_OF_NOTHING) + 1;
        }
        double[] centres = new double[shares.length];
        double[] deviations = new double[shares.length];
        for (int g = 1; g < prior.length; g++) {
            centres[g] = centre(effect, g);
            deviations[g] = deviation(effect, g);
        }
        return new Mixture(
                Arrays.copyOfRange(posteriorShares(effect, prior), 1, prior.length),
                Arrays.copyOfRange(centres, 1, prior.length),
                Arrays.copyOfRange(deviations, 1, prior.length));
    }

    private double centre(int effect, int spread) {
        double prior = SPREADS[spread] * SPREADS[spread];
        return estimates[effect] * prior / (prior + errors[effect] * errors[effect]);
    }

    private double deviation(int effect, int spread) {
        double prior = SPREADS[spread] * SPREADS[spread];
        double error = errors[effect] * errors[effect];
        return Math.sqrt(prior * error / (prior + error));
    }
}
