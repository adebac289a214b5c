package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.VariationTest;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// How often a week is called changed that is not, and one that is.
public final class WeekTrial {
    private WeekTrial() {}

    /// What weeks are like.
    public enum World {
        /// Around one level, with tails heavier than normal.
        STEADY,
        /// Each starts from the one before.
        WANDERING,
        /// Now and then one is two to four times as large.
        BURSTS,
        /// The sum of a dozen posts of very different worth, of which one in twenty-five goes round the
        /// world.
        VIRAL
    }

    private static final double NOISE = 0.135;
    private static final int POSTS = 12;
    private static final double SPREAD = 1.0;
    private static final double VIRAL = 0.04;
    private static final double TAIL = 1.0;

    /// @param called share of the weeks called changed
    /// @param calledAtDetectable the same where the week was changed by what is said to be told apart
    ///     in four of five
    /// @param calledByTestAlone without regard to how large the largest earlier changes were
    public record Result(double called, double calledAtDetectable, double calledByTestAlone) {}

    /// @param shift of the logarithm of the last week, 0 for none
    public static Result run(World world, int weeks, double shift, int series, long seed) {
        Random random = new Random(seed);
        int called = 0;
        int detected = 0;
        int byTest = 0;
        int judged = 0;
        for (int i = 0; i < series; i++) {
            double[] totals = totals(world, weeks, random);
            WeekTest usual = WeekTest.of(totals).orElse(null);
            if (usual == null) {
                continue;
            }
            judged++;
            WeekTest changed = WeekTest.of(shifted(totals, shift)).orElse(null);
            called += isCalled(changed) ? 1 : 0;
            byTest += changed != null && changed.test().p() < 1 - VariationTest.LEVEL ? 1 : 0;
            double detectable = usual.test().detectableSize(WeekTest.POWER);
            detected += isCalled(WeekTest.of(shifted(totals, random.nextBoolean() ? detectable : -detectable))
                            .orElse(null))
                    ? 1
                    : 0;
        }
        return new Result((double) called / judged, (double) detected / judged, (double) byTest / judged);
    }

    /// What a test takes for Poisson counts would call changed.
    public static double calledByCounting(World world, int weeks, int series, long seed) {
        Random random = new Random(seed);
        int called = 0;
        for (int i = 0; i < series; i++) {
            double[] totals = totals(world, weeks, random);
            double last = totals[weeks - 1];
            double before = totals[weeks - 2];
            called += Math.abs(last - before) / Math.sqrt(last + before) > 1.96 ? 1 : 0;
        }
        return (double) called / series;
    }

    private static boolean isCalled(@Nullable WeekTest test) {
        return test != null && test.test().isUnusual();
    }

    private static double[] shifted(double[] totals, double shift) {
        double[] changed = totals.clone();
        changed[changed.length - 1] = Math.rint(changed[changed.length - 1] * Math.exp(shift));
        return changed;
    }

    private static double[] totals(World world, int weeks, Random random) {
        TrendWorld noise = new TrendWorld(random, 0, 1);
        double level = Math.log(1300) + 0.5 * random.nextGaussian();
        double[] totals = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double log = level + NOISE * noise.student();
            switch (world) {
                case STEADY, VIRAL -> {}
                case WANDERING -> level = log;
                case BURSTS -> log += random.nextDouble() < 0.1 ? Math.log(2) + random.nextDouble() * Math.log(2) : 0;
            }
            totals[week] = Math.rint(world == World.VIRAL ? posts(level, random) : Math.exp(log));
        }
        return totals;
    }

    private static double posts(double level, Random random) {
        double sum = 0;
        for (int post = 0; post < POSTS; post++) {
            double viral = random.nextDouble() < VIRAL ? Math.pow(1 - random.nextDouble(), -1 / TAIL) : 1;
            sum += viral * Math.exp(level + SPREAD * random.nextGaussian()) / POSTS;
        }
        return sum;
    }
}
