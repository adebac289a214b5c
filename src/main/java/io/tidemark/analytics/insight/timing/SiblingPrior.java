package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.statistics.Cholesky;
import io.tidemark.analytics.statistics.NormalEquations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the other accounts of a business on the same platform say about times, as the expectation with which an
/// account's own posts are looked at.
///
/// With r what the controls (level, trend, types) leave of the siblings' responses and Z their slot features, centred
/// per account: m = (Z'Z / 2.4 + diag(1 / (0.12² v)))⁻¹ Z'r / 2.4. The 2.4 is a noise of 0.8 times 3, since accounts
/// differ from one another in more than noise.
final class SiblingPrior {
    static final int FEWEST_SIBLINGS = 5;
    static final int FEWEST_POSTS = 50;

    private static final double NOISE = 0.8;
    private static final double BETWEEN_ACCOUNTS = 3;
    private static final double SPREAD = 0.12;
    private static final int SLOT = SlotFeatures.COUNT;

    private final double[][] products = new double[SLOT][SLOT];
    private final double[] responses = new double[SLOT];

    private SiblingPrior() {}

    /// @param siblings samples of the other accounts
    /// @return empty where fewer than five siblings have fifty posts
    static Optional<double[]> of(List<TimingSample> siblings) {
        List<TimingSample> large = new ArrayList<>(siblings);
        large.removeIf(sample -> sample.size() < FEWEST_POSTS);
        if (large.size() < FEWEST_SIBLINGS) {
            return Optional.empty();
        }
        SiblingPrior prior = new SiblingPrior();
        large.forEach(prior::add);
        return Optional.of(prior.solve());
    }

    private void add(TimingSample sample) {
        TimingDesign design = new TimingDesign(sample);
        NormalEquations sums = design.equations(sample.weights());
        double[] controls = controls(design, sums);
        double[] rest = new double[SLOT + 1];
        for (int j = 0; j <= SLOT; j++) {
            rest[j] = sums.right()[j];
            for (int k = 0; k < controls.length; k++) {
                rest[j] -= sums.left(j, SLOT + k) * controls[k];
            }
        }
        // The intercept's column is the weight: its products are sums over the posts.
        double weight = sums.left(SLOT, SLOT);
        for (int j = 0; j < SLOT; j++) {
            double mean = sums.left(j, SLOT) / weight;
            responses[j] += rest[j] - mean * rest[SLOT];
            for (int k = 0; k < SLOT; k++) {
                products[j][k] += sums.left(j, k) - mean * sums.left(k, SLOT);
            }
        }
    }

    /// The controls' coefficients where nothing else explains the responses; stretches of time are left out.
    private static double[] controls(TimingDesign design, NormalEquations sums) {
        double[] variances = design.priorVariances(SPREAD);
        int count = design.controlsWithoutStretches();
        double[][] left = new double[count][count];
        double[] right = new double[count];
        for (int j = 0; j < count; j++) {
            right[j] = sums.right()[SLOT + j];
            for (int k = 0; k < count; k++) {
                left[j][k] = sums.left(SLOT + j, SLOT + k);
            }
            left[j][j] += NOISE / variances[SLOT + j];
        }
        return Cholesky.of(left).solve(right);
    }

    private double[] solve() {
        double[] variances = SlotFeatures.relativePriorVariances();
        double scale = NOISE * BETWEEN_ACCOUNTS;
        double[][] left = new double[SLOT][SLOT];
        double[] right = new double[SLOT];
        for (int j = 0; j < SLOT; j++) {
            right[j] = responses[j] / scale;
            for (int k = 0; k < SLOT; k++) {
                left[j][k] = products[j][k] / scale;
            }
            left[j][j] += 1 / (SPREAD * SPREAD * variances[j]);
        }
        return Cholesky.of(left).solve(right);
    }
}
