package io.tidemark.bench.insight;

import io.tidemark.analytics.insight.performance.BreakoutRule;
import io.tidemark.analytics.insight.performance.GrowthModel;
import io.tidemark.analytics.insight.performance.GrowthModel.Kind;
import io.tidemark.analytics.insight.performance.GrowthModel.KindGrowth;
import io.tidemark.analytics.insight.performance.SettledPost;
import io.tidemark.analytics.insight.performance.SettledTotal;
import io.tidemark.analytics.insight.performance.TypicalTotal;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What rules for telling that a post breaks out are worth: each looks at every post at all ages but the last, and a
/// post breaks out if it settles at three times what is typical of its account or more.
final class Breakouts {
    private static final Kind KIND = new Kind(1, GrowthWorld.PLATFORM, ContentType.IMAGE);
    private static final int HISTORY = 100;
    private static final int POSTS = 100;
    private static final int BINS = 10;

    private final Map<Rule, Outcome> outcomes = new EnumMap<>(Rule.class);
    private final int[] promised = new int[BINS];
    private final int[] kept = new int[BINS];
    private final double[] chances = new double[BINS];
    private int posts;
    private int broke;

    enum Rule {
        COUNT("count at three times the typical final"),
        MIDDLE("three times the mean of the middle half at the same age"),
        MEAN_3("three times the mean at the same age"),
        MEAN_2("twice the mean at the same age"),
        ALERT("**the product's alert, chance of 0.8**"),
        SURER("the product's chance, 0.9");

        final String title;

        Rule(String title) {
            this.title = title;
        }
    }

    static final class Outcome {
        int alerts;
        int wrong;
        final List<Double> leads = new ArrayList<>();
    }

    /// @param worlds accounts, each with 100 settled posts and 100 new ones
    static Breakouts run(int worlds, long seed) {
        Breakouts study = new Breakouts();
        for (Rule rule : Rule.values()) {
            study.outcomes.put(rule, new Outcome());
        }
        for (int world = 0; world < worlds; world++) {
            study.account(new GrowthWorld(seed + world));
        }
        return study;
    }

    static KindGrowth learned(List<SettledPost> history) {
        GrowthModel.Builder builder = GrowthModel.builder();
        history.forEach(post -> builder.add(KIND, post));
        return builder.build().of(KIND);
    }

    private void account(GrowthWorld world) {
        List<SettledPost> history = world.posts(HISTORY);
        KindGrowth kind = learned(history);
        double bar = BreakoutRule.TIMES
                * Math.exp(Objects.requireNonNull(kind.typical()).mean());
        for (SettledPost post : world.posts(POSTS)) {
            boolean out = post.total() + 0.5 >= bar;
            posts++;
            broke += out ? 1 : 0;
            float[] counts = Objects.requireNonNull(post.counts());
            double reached = reached(counts, bar);
            for (Rule rule : Rule.values()) {
                told(rule, history, kind, counts, bar)
                        .ifPresent(look -> note(of(rule), out, reached, Growing.knot(look)));
            }
            calibrate(kind, counts, out, world.place(GrowthWorld.KNOTS - 1));
        }
    }

    private static void note(Outcome outcome, boolean out, double reached, double told) {
        outcome.alerts++;
        outcome.wrong += out ? 0 : 1;
        if (out) {
            outcome.leads.add(reached / told);
        }
    }

    private static double reached(float[] counts, double bar) {
        for (int look = 0; look < counts.length; look++) {
            if (counts[look] >= bar) {
                return Growing.knot(look);
            }
        }
        return Growing.knot(counts.length - 1);
    }

    private static OptionalInt told(Rule rule, List<SettledPost> history, KindGrowth kind, float[] counts, double bar) {
        return IntStream.range(0, GrowthWorld.KNOTS - 1)
                .filter(look ->
                        counts[look] >= BreakoutRule.FEWEST_COUNTED && tells(rule, history, kind, counts, bar, look))
                .findFirst();
    }

    private static boolean tells(
            Rule rule, List<SettledPost> history, KindGrowth kind, float[] counts, double bar, int look) {
        return switch (rule) {
            case COUNT -> counts[look] >= bar;
            case MIDDLE -> counts[look] >= 3 * mean(history, look, history.size() / 4);
            case MEAN_3 -> counts[look] >= 3 * mean(history, look, 0);
            case MEAN_2 -> counts[look] >= 2 * mean(history, look, 0);
            case ALERT -> chance(kind, counts, look) >= BreakoutRule.ALERT;
            case SURER -> chance(kind, counts, look) >= 0.9;
        };
    }

    private static double chance(KindGrowth kind, float[] counts, int look) {
        return BreakoutRule.judge(kind, counts[look], Growing.knot(look))
                .map(BreakoutRule.Verdict::chance)
                .orElse(0.0);
    }

    /// @param cut how many of the lowest and of the highest are left out
    private static double mean(List<SettledPost> history, int look, int cut) {
        double[] counts = history.stream()
                .mapToDouble(post -> Objects.requireNonNull(post.counts())[look])
                .sorted()
                .toArray();
        return Arrays.stream(counts, cut, counts.length - cut).average().orElseThrow();
    }

    private void calibrate(KindGrowth kind, float[] counts, boolean out, int look) {
        TypicalTotal typical = Objects.requireNonNull(kind.typical());
        double chance = SettledTotal.of(typical, kind.curve().at(Growing.knot(look)), counts[look])
                .chanceOf(BreakoutRule.TIMES, typical);
        int bin = Math.min(BINS - 1, (int) (chance * BINS));
        promised[bin]++;
        chances[bin] += chance;
        kept[bin] += out ? 1 : 0;
    }

    private Outcome of(Rule rule) {
        return Objects.requireNonNull(outcomes.get(rule));
    }

    double alertsPerHundred(Rule rule) {
        return 100.0 * of(rule).alerts / posts;
    }

    double wrong(Rule rule) {
        return (double) of(rule).wrong / of(rule).alerts;
    }

    double recall(Rule rule) {
        return (double) (of(rule).alerts - of(rule).wrong) / broke;
    }

    /// The median of how many times earlier posts were told of than their count alone would have.
    double lead(Rule rule) {
        double[] leads = of(rule).leads.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return leads.length == 0 ? Double.NaN : leads[leads.length / 2];
    }

    /// Of all chances from a fifth to the next, the mean that was promised, the share that came true and how many.
    double[] calibration(int fifth) {
        int first = 2 * fifth;
        int count = promised[first] + promised[first + 1];
        return new double[] {
            (chances[first] + chances[first + 1]) / count, (double) (kept[first] + kept[first + 1]) / count, count
        };
    }
}
