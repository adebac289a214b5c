package io.tidemark.analytics.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/// Whether a number changed by more than it usually does from one stretch to the next.
///
/// With x the change of the logarithm and d the n earlier ones: s = ½ (1.4826 median|d| + √mean d²),
/// pulled towards 0.2 as six more changes would, and p by Student's t with n / 1.5 + 6 degrees of
/// freedom. Counts of impressions do not vary like independent events: a test that takes them so calls
/// most weeks significant.
///
/// Where the numbers leap now and then, as those of posts that go round the world do, a tenth or a
/// fifth of the earlier changes can be far larger than s says. So a change is unusual only if it is
/// also larger than all but a twentieth of the earlier ones.
///
/// @param logChange the change tested
/// @param scale how large such changes usually are
/// @param seen a size that no more than a twentieth of the earlier changes exceed
public record VariationTest(double logChange, double scale, double freedom, double p, double seen) {
    public static final double LEVEL = 0.95;
    /// With fewer earlier changes, which takes four stretches, nothing is said.
    public static final int FEWEST_CHANGES = 3;

    private static final double TO_SIGMA = 1.4826;
    private static final double PRIOR_CHANGES = 6;
    private static final double PRIOR_SCALE = 0.2;
    private static final double HALF = 0.5;

    /// The change of the logarithm. A count below 0, of days on which more was taken back than given, is as good as
    /// none.
    public static double logChange(double value, double base) {
        return Math.log(Math.max(value, 0) + HALF) - Math.log(Math.max(base, 0) + HALF);
    }

    public static VariationTest of(double logChange, double[] earlier) {
        int n = earlier.length;
        double[] sizes = Arrays.stream(earlier).map(Math::abs).toArray();
        double squares = Arrays.stream(earlier).map(d -> d * d).average().orElse(0);
        double usual = n == 0 ? 0 : (TO_SIGMA * RobustScale.median(sizes) + Math.sqrt(squares)) / 2;
        double variance = (n * usual * usual + PRIOR_CHANGES * PRIOR_SCALE * PRIOR_SCALE) / (n + PRIOR_CHANGES);
        double scale = Math.sqrt(variance);
        double freedom = n / 1.5 + PRIOR_CHANGES;
        double p = 2 * TDistribution.of(freedom).cumulativeProbability(-Math.abs(logChange) / scale);
        return new VariationTest(logChange, scale, freedom, p, seen(sizes));
    }

    private static double seen(double[] sizes) {
        double[] sorted = Arrays.stream(sizes).sorted().toArray();
        int exceeding = (int) ((1 - LEVEL) * sorted.length);
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1 - exceeding];
    }

    public boolean isUnusual() {
        return p < 1 - LEVEL && Math.abs(logChange) > seen;
    }

    /// How far a change may go, up or down, without being unusual, on the logarithm.
    public double usualSize() {
        return Math.max(seen, scale * TDistribution.of(freedom).inverseCumulativeProbability((1 + LEVEL) / 2));
    }

    /// How large a change, up or down, has to be to be told apart with some probability, on the
    /// logarithm.
    ///
    /// @param power the probability, such as 0.8
    public double detectableSize(double power) {
        return usualSize() + scale * TDistribution.of(freedom).inverseCumulativeProbability(power);
    }
}
