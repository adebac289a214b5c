package io.tidemark.analytics.insight.performance;

import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.util.List;

/// How posts of a kind grow: at each age how much of their total is still to come, and how much that
/// differs between posts. The log-linear law of Szabo and Huberman (2010): the logarithms of early and
/// late counts differ by a constant and a noise that shrinks with the age.
public final class LearnedCurve {
    /// Added to counts, so that their logarithm exists.
    static final double OFFSET = 0.5;

    /// Posts that a curve of more posts is worth.
    private static final double PULL = 20;

    private static final double FEWEST_COUNTED = 3;
    private static final double SMALLEST_VARIANCE = 0.01;
    /// The variance of the logarithm of half-lives between accounts (0.4²) and between posts (0.35²).
    private static final double VARIANCE_OF_PACE = 0.2825;

    private static final double SMALL_STEP = 1e-3;

    private final double[] rises;
    private final double[] variances;
    private final int[] posts;

    private LearnedCurve(double[] rises, double[] variances, int[] posts) {
        this.rises = rises;
        this.variances = variances;
        this.posts = posts;
    }

    /// What is expected on a platform before anything was learned there: the shipped curve, with posts
    /// differing in their pace as accounts and posts usually do.
    public static LearnedCurve shipped(Platform platform) {
        GrowthCurve curve = GrowthCurve.of(platform);
        int knots = Growing.knots(platform);
        double settled = curve.fraction(Growing.settledAt(platform));
        double[] rises = new double[knots];
        double[] variances = new double[knots];
        for (int j = 0; j < knots - 1; j++) {
            double age = Growing.knot(j);
            double share = curve.fraction(age);
            double later = curve.fraction(age * (1 + SMALL_STEP));
            double steepness = (Math.log(later) - Math.log(share)) / Math.log1p(SMALL_STEP);
            rises[j] = Math.log(settled / share);
            variances[j] = Math.max(VARIANCE_OF_PACE * steepness * steepness, SMALLEST_VARIANCE);
        }
        variances[knots - 1] = Remainder.NONE.variance();
        return new LearnedCurve(rises, variances, new int[knots]);
    }

    /// A curve as it is given, up to the age at which posts count as settled.
    static LearnedCurve given(double[] rises, double[] variances) {
        return new LearnedCurve(rises.clone(), variances.clone(), new int[rises.length]);
    }

    /// What settled posts show, pulled towards this curve where they are few.
    public LearnedCurve learn(List<SettledPost> settled) {
        int knots = rises.length;
        double[] learnedRises = new double[knots];
        double[] learnedVariances = new double[knots];
        int[] counts = new int[knots];
        learnedVariances[knots - 1] = Remainder.NONE.variance();
        for (int j = knots - 2; j >= 0; j--) {
            Knot knot = new Knot();
            for (SettledPost post : settled) {
                float[] at = post.counts();
                if (at != null && at[j] >= FEWEST_COUNTED) {
                    knot.add(post.total(), at[j]);
                }
            }
            double weight = knot.size / (knot.size + PULL);
            double rise = weight * knot.mean + (1 - weight) * rises[j];
            // Nothing can have more to come later than earlier.
            learnedRises[j] = Math.max(rise, learnedRises[j + 1]);
            learnedVariances[j] = knot.size < 2 ? variances[j] : weight * knot.variance() + (1 - weight) * variances[j];
            counts[j] = knot.size;
        }
        return new LearnedCurve(learnedRises, learnedVariances, counts);
    }

    /// Between knots linear in the logarithm of the age.
    public Remainder at(double ageHours) {
        int last = rises.length - 1;
        if (ageHours >= Growing.knot(last)) {
            return Remainder.NONE;
        }
        int j = 1;
        while (j < last && Growing.knot(j) < ageHours) {
            j++;
        }
        // Before the first knot the first stretch goes on, down to a minute.
        double from = Math.log(Growing.knot(j - 1));
        double place = (Math.log(Math.max(ageHours, 1 / 60.0)) - from) / (Math.log(Growing.knot(j)) - from);
        return new Remainder(
                rises[j - 1] + place * (rises[j] - rises[j - 1]),
                Math.max(variances[j - 1] + place * (variances[j] - variances[j - 1]), Remainder.NONE.variance()));
    }

    /// How many knots it has.
    public int knots() {
        return rises.length;
    }

    /// How many posts it was learned from at a knot.
    public int posts(int knot) {
        return posts[knot];
    }

    /// The share of the settled total that posts have at a knot, on average.
    public double share(int knot) {
        return Math.exp(-rises[knot]);
    }

    /// What differs between posts at a knot.
    public double variance(int knot) {
        return variances[knot];
    }

    /// Sums of one knot.
    private static final class Knot {
        private int size;
        private double mean;
        private double squares;
        private double noise;

        void add(double total, double count) {
            double rise = Math.log(total + OFFSET) - Math.log(count + OFFSET);
            size++;
            double off = rise - mean;
            mean += off / size;
            squares += off * (rise - mean);
            noise += 1 / (count + OFFSET);
        }

        /// Without what the chance of small counts adds.
        double variance() {
            return Math.max(squares / (size - 1) - noise / size, SMALLEST_VARIANCE);
        }
    }
}
