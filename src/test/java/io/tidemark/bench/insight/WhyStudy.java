package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.insight.why.Trial;
import io.tidemark.analytics.insight.why.Why;
import io.tidemark.analytics.insight.why.WhyFrames;
import io.tidemark.analytics.insight.why.WhyMetric;
import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Whether the parts of a change add up, what two periods of the same process are taken apart into, and how often the
/// guard rightly keeps that from being called a cause.
final class WhyStudy {
    private static final int SUMS = 20_000;
    private static final int PAIRS = 1000;
    private static final int TIMES = 15;
    private static final double QUANTILE = 1.645;
    /// How often posts are on each of three platforms, and how often they are shown there.
    private static final double[] SHARES = {.6, .3, .1};
    private static final double[] SHOWN = {1000, 2500, 5000};
    private static final double[] RATES = {.03, .05, .065};

    private static final List<Platform> PLATFORMS =
            List.of(Platform.LINKEDIN, Platform.LINKEDIN, Platform.LINKEDIN, Platform.LINKEDIN, Platform.LINKEDIN);
    private static final List<ContentType> TYPES = List.of(ContentType.IMAGE, ContentType.TEXT, ContentType.VIDEO);

    private WhyStudy() {}

    /// @param arguments how many pairs of periods to draw, 1000 by default
    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PAIRS;
        sums();
        guard(pairs);
        speed();
    }

    private static void sums() {
        double[] worst = worst(SUMS, 6);
        System.out.println("| 20,000 random cases | published | here |");
        System.out.println("|---|---|---|");
        System.out.printf("| worst difference from the change, total, relative | 3.4e-13 | %.1e |%n", worst[0]);
        System.out.printf("| worst difference from the change, rate | 4.7e-15 | %.1e |%n%n", worst[1]);
    }

    /// The worst error of a total, and of a rate.
    static double[] worst(int cases, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] worst = new double[2];
        for (int i = 0; i < cases; i++) {
            Trial trial = Trial.random(random);
            worst[0] = Math.max(worst[0], trial.errorOfTotal());
            worst[1] = Math.max(worst[1], trial.errorOfRate());
        }
        return worst;
    }

    private static void guard(int pairs) {
        System.out.println("| posts in each period | mean size of mix, exposure, response | published"
                + " | 0 inside: mix, exposure, response, change | published |");
        System.out.println("|---|---|---|---|---|");
        String[] sizes = {"29-39 %", "17-27 %", "9-14 %"};
        String[] inside = {"81-92 %", "86-96 %", "89-92 %"};
        int[] posts = {10, 30, 100};
        for (int i = 0; i < posts.length; i++) {
            Null found = Null.of(posts[i], pairs, 60 + i);
            System.out.printf(
                    "| %d | %.0f %%, %.0f %%, %.0f %% | %s | %.0f %%, %.0f %%, %.0f %%, %.0f %% | %s |%n",
                    posts[i],
                    100 * found.size[0],
                    100 * found.size[1],
                    100 * found.size[2],
                    sizes[i],
                    100 * found.inside[0],
                    100 * found.inside[1],
                    100 * found.inside[2],
                    100 * found.inside[3],
                    inside[i]);
        }
        System.out.println();
    }

    /// Pairs of periods between which nothing changed.
    ///
    /// @param size the mean size of each part, as a share of the first period's total
    /// @param inside the share of pairs whose interval has 0 inside
    record Null(double[] size, double[] inside) {
        static Null of(int posts, int pairs, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] size = new double[4];
            double[] inside = new double[4];
            for (int pair = 0; pair < pairs; pair++) {
                Sample before = Sample.of(posts, random);
                Sample after = Sample.of(posts, random);
                Trial.Guarded split = Trial.guarded(
                        new int[][] {before.cells, after.cells},
                        new double[][] {before.values, after.values},
                        new double[][] {before.exposures, after.exposures},
                        SHARES.length,
                        random.nextLong());
                for (int i = 0; i < size.length; i++) {
                    double effect = Math.abs(split.effects()[i]);
                    size[i] += effect / split.previous() / pairs;
                    inside[i] += effect <= QUANTILE * split.deviations()[i] ? 1.0 / pairs : 0;
                }
            }
            return new Null(size, inside);
        }
    }

    /// Posts whose impressions are log-normal with a deviation of 0.7 around what is typical of the platform, and their
    /// rates with 0.5.
    private record Sample(int[] cells, double[] values, double[] exposures) {
        static Sample of(int posts, SplittableRandom random) {
            Sample sample = new Sample(new int[posts], new double[posts], new double[posts]);
            for (int i = 0; i < posts; i++) {
                double place = random.nextDouble();
                int cell = place < SHARES[0] ? 0 : place < SHARES[0] + SHARES[1] ? 1 : 2;
                double shown = Math.rint(SHOWN[cell] * Math.exp(0.7 * random.nextGaussian()));
                sample.cells[i] = cell;
                sample.exposures[i] = shown;
                sample.values[i] = Math.rint(shown * RATES[cell] * Math.exp(0.5 * random.nextGaussian()));
            }
            return sample;
        }
    }

    private static void speed() {
        System.out.println(
                "| why, median of 15 with 500 resamples: elapsed (of the processor) | 10,000 posts | 200,000 posts |");
        System.out.println("|---|---|---|");
        Frame small = frame(10_000);
        Frame large = frame(200_000);
        for (WhyMetric metric : WhyMetric.values()) {
            System.out.printf("| %s | %s | %s |%n", metric.key(), median(small, metric), median(large, metric));
        }
    }

    /// On a busy machine the time of the processor says more.
    private static String median(Frame frame, WhyMetric metric) {
        AnalyticsQuery query = WhyFrames.OCTOBER.on(Basis.Choice.PUBLISHED);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] elapsed = new double[TIMES];
        double[] busy = new double[TIMES];
        for (int i = -TIMES; i < TIMES; i++) {
            long from = System.nanoTime();
            long busyFrom = threads.getCurrentThreadCpuTime();
            Why.compute(frame, query, metric, WhyFrames.NOW);
            elapsed[Math.max(0, i)] = (System.nanoTime() - from) / 1e6;
            busy[Math.max(0, i)] = (threads.getCurrentThreadCpuTime() - busyFrom) / 1e6;
        }
        Arrays.sort(elapsed);
        Arrays.sort(busy);
        return "%.0f ms (%.0f ms)".formatted(elapsed[TIMES / 2], busy[TIMES / 2]);
    }

    /// All of the posts in the two periods, on five accounts in three types: more than a business has in any two.
    private static Frame frame(int posts) {
        WhyFrames frames = new WhyFrames();
        PLATFORMS.forEach(frames::account);
        SplittableRandom random = new SplittableRandom(posts);
        Instant first = Instant.parse("2026-09-01T00:00:00Z");
        long seconds = 61L * 86_400;
        for (int i = 0; i < posts; i++) {
            double shown = Math.rint(1000 * Math.exp(0.9 * random.nextGaussian()));
            frames.post(
                    random.nextInt(PLATFORMS.size()),
                    first.plusSeconds(seconds * i / posts),
                    TYPES.get(random.nextInt(TYPES.size())),
                    WhyFrames.linkedin(shown, Math.rint(shown * 0.05 * Math.exp(0.5 * random.nextGaussian()))));
        }
        return frames.build();
    }
}
