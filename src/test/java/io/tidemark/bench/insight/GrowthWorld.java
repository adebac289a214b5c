package io.tidemark.bench.insight;

import io.tidemark.analytics.insight.performance.SettledPost;
import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An account on Instagram whose posts grow at a pace of their own, in bursts, and now and then far beyond the others.
/// Paces of accounts and posts differ by 0.4 and 0.35 on the logarithm, totals by 0.75; one post in fifty goes ten
/// times as far.
final class GrowthWorld {
    static final Platform PLATFORM = Platform.INSTAGRAM;
    static final int KNOTS = Growing.knots(PLATFORM);

    private static final GrowthCurve SHIPPED = GrowthCurve.of(PLATFORM);
    private static final double MEDIAN = 300;
    private static final double SPREAD = 0.75;
    private static final int BURSTS = 3;

    private final Random random;
    private final double pace;

    GrowthWorld(long seed) {
        random = new Random(seed);
        pace = SHIPPED.halfLifeHours() * Math.exp(0.4 * random.nextGaussian());
    }

    /// A post with its counts at the knots; the last one is what it settles at.
    SettledPost post() {
        double log = Math.log(MEDIAN) + SPREAD * random.nextGaussian();
        double wanted = Math.exp(log) * (random.nextDouble() < 0.02 ? 10 : 1);
        GrowthCurve curve =
                new GrowthCurve(pace * Math.exp(0.35 * random.nextGaussian()), SHIPPED.sigma(), SHIPPED.tail());
        float[] counts = new float[KNOTS];
        double count = 0;
        double share = 0;
        double whole = curve.fraction(Growing.settledAt(PLATFORM));
        for (int knot = 0; knot < KNOTS; knot++) {
            double next = curve.fraction(Growing.knot(knot)) / whole;
            count += poisson(wanted * (next - share) * burst());
            counts[knot] = (float) count;
            share = next;
        }
        return new SettledPost(count, counts);
    }

    List<SettledPost> posts(int size) {
        List<SettledPost> posts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            posts.add(post());
        }
        return posts;
    }

    int place(int bound) {
        return random.nextInt(bound);
    }

    /// A gamma variate of mean one.
    private double burst() {
        double product = 1;
        for (int i = 0; i < BURSTS; i++) {
            product *= 1 - random.nextDouble();
        }
        return -Math.log(product) / BURSTS;
    }

    private double poisson(double mean) {
        if (mean > 60) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
