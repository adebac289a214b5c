package io.tidemark.bench.insight;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.insight.performance.FairRanking;
import io.tidemark.analytics.insight.performance.GrowthModel.KindGrowth;
import io.tidemark.analytics.insight.performance.SettledPost;
import io.tidemark.analytics.insight.performance.SettledTotal;
import io.tidemark.analytics.insight.performance.TypicalTotal;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What rankings are worth: by a rate where few people saw each post, and by a count where posts are of all ages.
final class Rankings {
    private static final int TOP = 10;
    private static final int RATED = 200;
    private static final int AGED = 120;

    private Rankings() {}

    /// @param trueRate the mean true rate of the first ten
    /// @param overlap the share of the truly best ten among them
    /// @param flukes the share of them whose true rate is below the median
    record ByRate(double trueRate, double overlap, double flukes) {}

    /// @param spearman the rank correlation with what posts settle at
    /// @param overlap the share of the truly best ten among the first ten
    record ByCount(double spearman, double overlap) {}

    /// Means over runs of 200 posts with a median of 200 impressions: rates fall with the reach and differ by 0.5 on
    /// the logarithm around 3 %, and people act 1.5 times.
    ///
    /// @return raw, fair, conservative
    static List<ByRate> byRate(int runs, long seed) {
        ByRate[] means = {new ByRate(0, 0, 0), new ByRate(0, 0, 0), new ByRate(0, 0, 0)};
        for (int run = 0; run < runs; run++) {
            Random random = new Random(seed + run);
            double[] rates = new double[RATED];
            double[] parts = new double[RATED];
            double[] wholes = new double[RATED];
            TimingFrames frames = new TimingFrames().account(Platform.X);
            for (int i = 0; i < RATED; i++) {
                double reach = random.nextGaussian();
                wholes[i] = Math.max(10, Math.rint(200 * Math.exp(1.1 * reach)));
                rates[i] = 0.03 * Math.exp(0.5 * random.nextGaussian() - 0.1 * reach);
                parts[i] = acts(random, wholes[i], rates[i]);
                frames.post(
                        0,
                        Instant.ofEpochSecond(TimingFrames.NOW.getEpochSecond() - 5_000_000L + i),
                        ContentType.IMAGE,
                        Boosted.NO,
                        MetricValues.of(Map.of(Metric.LIKES, parts[i], Metric.IMPRESSIONS, wholes[i])));
            }
            View view = new View(frames.build(), Filters.NONE, TimingFrames.NOW);
            FairRanking fair = new FairRanking(
                    view, IntStream.range(0, RATED).toArray(), parts, wholes, FairRanking.ACTS_PER_PERSON);
            means[0] = add(means[0], rates, i -> parts[i] / wholes[i], runs);
            means[1] = add(means[1], rates, fair::score, runs);
            means[2] = add(means[2], rates, fair::cautious, runs);
        }
        return List.of(means);
    }

    /// Persons who act, each once or more.
    private static double acts(Random random, double exposures, double rate) {
        int acts = 0;
        for (int i = 0; i < exposures; i++) {
            if (random.nextDouble() < rate / FairRanking.ACTS_PER_PERSON) {
                acts += random.nextBoolean() ? 1 : 2;
            }
        }
        return acts;
    }

    private static ByRate add(ByRate before, double[] rates, IntToDoubleFunction score, int runs) {
        int[] best = order(score, rates.length);
        double median = IntStream.of(order(i -> rates[i], rates.length))
                .skip(rates.length / 2)
                .mapToDouble(i -> rates[i])
                .findFirst()
                .orElseThrow();
        double mean = IntStream.of(best)
                .limit(TOP)
                .mapToDouble(i -> rates[i])
                .average()
                .orElseThrow();
        double flukes =
                IntStream.of(best).limit(TOP).filter(i -> rates[i] < median).count() / (double) TOP;
        return new ByRate(
                before.trueRate + mean / runs,
                before.overlap + overlap(score, i -> rates[i], rates.length) / runs,
                before.flukes + flukes / runs);
    }

    /// Means over accounts with 100 settled posts and 120 posts seen at ages from an hour to two weeks.
    ///
    /// @return the raw count, the count over what is expected at that age, the product's posterior
    static List<ByCount> byCount(int runs, long seed) {
        ByCount[] means = {new ByCount(0, 0), new ByCount(0, 0), new ByCount(0, 0)};
        for (int run = 0; run < runs; run++) {
            GrowthWorld world = new GrowthWorld(seed + run);
            KindGrowth kind = Breakouts.learned(world.posts(100));
            TypicalTotal typical = Objects.requireNonNull(kind.typical());
            List<SettledPost> posts = world.posts(AGED);
            double[] totals = posts.stream().mapToDouble(SettledPost::total).toArray();
            double[] counts = new double[AGED];
            double[] relative = new double[AGED];
            double[] posterior = new double[AGED];
            for (int i = 0; i < AGED; i++) {
                int look = 2 + world.place(10);
                counts[i] = Objects.requireNonNull(posts.get(i).counts())[look];
                relative[i] = (counts[i] + 0.5)
                        * Math.exp(kind.curve().at(Growing.knot(look)).rise());
                posterior[i] = SettledTotal.of(typical, kind.curve().at(Growing.knot(look)), counts[i])
                        .mean();
            }
            means[0] = add(means[0], counts, totals, runs);
            means[1] = add(means[1], relative, totals, runs);
            means[2] = add(means[2], posterior, totals, runs);
        }
        return List.of(means);
    }

    /// The share of 90 % intervals that hold what the post settled at.
    static double coverage(int runs, long seed, int knot) {
        int held = 0;
        int all = 0;
        for (int run = 0; run < runs; run++) {
            GrowthWorld world = new GrowthWorld(seed + run);
            KindGrowth kind = Breakouts.learned(world.posts(100));
            TypicalTotal typical = Objects.requireNonNull(kind.typical());
            for (SettledPost post : world.posts(50)) {
                SettledTotal total = SettledTotal.of(
                        typical, kind.curve().at(Growing.knot(knot)), Objects.requireNonNull(post.counts())[knot]);
                all++;
                held += post.total() >= total.quantile(0.05) && post.total() <= total.quantile(0.95) ? 1 : 0;
            }
        }
        return (double) held / all;
    }

    private static ByCount add(ByCount before, double[] scores, double[] totals, int runs) {
        return new ByCount(
                before.spearman + spearman(scores, totals) / runs,
                before.overlap + overlap(i -> scores[i], i -> totals[i], scores.length) / runs);
    }

    private static double overlap(IntToDoubleFunction scores, IntToDoubleFunction truth, int size) {
        Set<Integer> best = IntStream.of(order(truth, size)).limit(TOP).boxed().collect(Collectors.toSet());
        return IntStream.of(order(scores, size))
                        .limit(TOP)
                        .filter(best::contains)
                        .count()
                / (double) TOP;
    }

    private static double spearman(double[] one, double[] other) {
        double[] ranks = ranks(one);
        double[] others = ranks(other);
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            squares += (ranks[i] - others[i]) * (ranks[i] - others[i]);
        }
        double n = ranks.length;
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    private static double[] ranks(double[] values) {
        int[] order = order(i -> values[i], values.length);
        double[] ranks = new double[values.length];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }

    /// The highest first.
    private static int[] order(IntToDoubleFunction scores, int size) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores.applyAsDouble(i)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
