package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.insight.timing.BestTimes;
import io.tidemark.analytics.insight.timing.BestTimesAnswer;
import io.tidemark.analytics.insight.timing.BestTimesQuestion;
import io.tidemark.analytics.insight.timing.TimeEffect;
import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// How well posting times are chosen, on simulated accounts whose best time is known: what is lost by staying with
/// one's own mix, by the best mean of a heat map, and by the model; how often its intervals cover; how often a time is
/// called good, and wrongly so.
final class TimingStudy {
    private static final int RUNS = 300;
    /// Claims without an effect are rare: counting them takes more accounts.
    private static final int NULL_FACTOR = 4;

    private static final int SIBLINGS = 6;
    private static final int SIBLING_POSTS = 200;

    /// A law and a number of posts, with what the published simulation found for it.
    ///
    /// @param roundTheClock posts at any hour alike, as an account with habits does not: all hours are known alike
    private record Cell(double spread, int posts, boolean roundTheClock, String published) {
        Cell(double spread, int posts, String published) {
            this(spread, posts, false, published);
        }
    }

    private static final List<Cell> CELLS = List.of(
            new Cell(.18, 30, "33.6 / 28.3 / 28.7 / 25.6 / 22.1; 90 / 94; 9, 7"),
            new Cell(.18, 100, "33.1 / 26.7 / 25.2 / 20.2 / 17.0; 89 / 90; 23, 9"),
            new Cell(.18, 300, "34.1 / 27.0 / 23.9 / 15.9 / 15.0; 88 / 88; 59, 2"),
            new Cell(.18, 1000, "33.9 / 25.2 / 20.6 / 11.5 / 10.7; 90 / 89; 90, 1"),
            new Cell(.28, 30, "46.9 / 39.4 / 36.6 / 33.0 / 26.1; 82 / 84; 11, 6"),
            new Cell(.28, 100, "47.0 / 36.6 / 33.3 / 25.0 / 21.4; 89 / 85; 45, 3"),
            new Cell(.28, 300, "46.3 / 32.1 / 27.7 / 17.1 / 16.5; 91 / 89; 87, 1"),
            new Cell(.28, 1000, "45.8 / 34.3 / 26.2 / 13.4 / 12.1; 90 / 91; 99, 1"),
            new Cell(0, 30, "claims 3"),
            new Cell(0, 100, "98 / 100; claims 6"),
            new Cell(0, 300, "claims 8"),
            new Cell(0, 1000, "98 / 100; claims 8"),
            new Cell(0, 30, true, "-"),
            new Cell(0, 100, true, "-"),
            new Cell(0, 300, true, "-"),
            new Cell(0, 1000, true, "-"));

    private TimingStudy() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        System.out.println("| spread | posts | own mix | best mean | best day and hour | model | with siblings"
                + " | shows / is | best mean shows / is | covers picked / all | claims, wrong"
                + " | claims with siblings, wrong"
                + " | published: own mix / best mean / day and hour / model / siblings; covers; claims, wrong |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Cell cell : CELLS) {
            int accounts = cell.spread() == 0 ? NULL_FACTOR * runs : runs;
            System.out.println(of(cell, accounts).row(cell.published()));
        }
        System.out.println();
        ExperimentStudy.print(2 * runs);
        System.out.println();
        TimingSpeed.print();
    }

    /// Sums over the runs of a cell.
    static final class Tally {
        private final Cell cell;
        private int runs;
        private final double[] regret = new double[5];
        private double shown;
        private double held;
        private double naiveShown;
        private double naiveHeld;
        private int coversPicked;
        private double coversAll;
        private final int[] claims = new int[2];
        private final int[] wrong = new int[2];

        private Tally(Cell cell) {
            this.cell = cell;
        }

        double claimed() {
            return (double) claims[0] / runs;
        }

        double regretOfTheMix() {
            return regret[0] / runs;
        }

        double regretOfTheBestMean() {
            return regret[1] / runs;
        }

        double regretOfTheModel() {
            return regret[3] / runs;
        }

        double covered() {
            return coversAll / runs;
        }

        private String row(String published) {
            return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %+.0f / %+.0f | %+.0f / %+.0f | %d / %.0f | %s | %s | %s |"
                    .formatted(
                            cell.spread() > 0
                                    ? String.valueOf(cell.spread())
                                    : cell.roundTheClock() ? "none, round the clock" : "none",
                            cell.posts(),
                            percent(regret[0]),
                            percent(regret[1]),
                            percent(regret[2]),
                            percent(regret[3]),
                            percent(regret[4]),
                            percent(shown),
                            percent(held),
                            percent(naiveShown),
                            percent(naiveHeld),
                            Math.round(percent(coversPicked)),
                            percent(coversAll),
                            claims(0),
                            claims(1),
                            published);
        }

        private String claims(int with) {
            return claims[with] == 0
                    ? "0, -"
                    : "%.1f, %.0f".formatted(percent(claims[with]), 100.0 * wrong[with] / claims[with]);
        }

        private double percent(double sum) {
            return 100 * sum / runs;
        }

        private void add(TimingTruth truth, BestTimesAnswer alone, BestTimesAnswer told) {
            runs++;
            List<TimeEffect> slots = alone.slots();
            double mix = mix(truth, slots);
            double top = truth.effect(truth.best());
            int picked = best(slots, TimingStudy::lift);
            int naive = best(slots, TimingStudy::mean);
            regret[0] += 1 - ofMix(truth, slots) / Math.exp(top);
            regret[1] += lost(truth, naive);
            regret[2] += lost(truth, dayAndHour(alone));
            regret[3] += lost(truth, picked);
            regret[4] += lost(truth, best(told.slots(), TimingStudy::lift));
            shown += lift(slots.get(picked));
            held += Math.expm1(truth.effect(picked) - mix);
            naiveShown += mean(slots.get(naive)) / mean(slots) - 1;
            naiveHeld += Math.expm1(truth.effect(naive) - mix);
            coversPicked += covers(slots.get(picked), truth.effect(picked) - mix) ? 1 : 0;
            for (int slot = 0; slot < TimingTruth.SLOTS; slot++) {
                coversAll += covers(slots.get(slot), truth.effect(slot) - mix) ? 1.0 / TimingTruth.SLOTS : 0;
            }
            claim(0, alone, truth, mix);
            claim(1, told, truth, mix);
        }

        private void claim(int with, BestTimesAnswer answer, TimingTruth truth, double mix) {
            if (answer.conclusion().status() == EvidenceStatus.OK) {
                claims[with]++;
                wrong[with] += truth.effect(best(answer.slots(), TimingStudy::lift)) <= mix ? 1 : 0;
            }
        }
    }

    /// @param spread of the true effects, on the logarithm; 0 for none
    static Tally of(double spread, int posts, int runs) {
        return of(new Cell(spread, posts, ""), runs);
    }

    private static Tally of(Cell cell, int runs) {
        Tally tally = new Tally(cell);
        double spread = cell.spread();
        Random random = new Random(Math.round(spread * 1000) * 10_007 + cell.posts());
        for (int run = 0; run < runs; run++) {
            TimingTruth truth = TimingTruth.random(spread, random);
            TimingFrames frames = new TimingFrames().account(Platform.X);
            post(cell, truth, frames, random);
            BestTimesAnswer alone = ask(frames);
            for (int sibling = 1; sibling <= SIBLINGS; sibling++) {
                frames.account(Platform.X);
                truth.sibling(spread, random).post(frames, sibling, SIBLING_POSTS, random);
            }
            tally.add(truth, alone, ask(frames));
        }
        return tally;
    }

    private static void post(Cell cell, TimingTruth truth, TimingFrames frames, Random random) {
        if (cell.roundTheClock()) {
            frames.posts(0, cell.posts(), random, minute -> 0);
        } else {
            truth.post(frames, 0, cell.posts(), random);
        }
    }

    private static BestTimesAnswer ask(TimingFrames frames) {
        AnalyticsQuery query = AnalyticsQuery.DEFAULT.with(new Filters(Set.of(), Set.of(1L), Set.of(), Set.of()));
        return BestTimes.compute(frames.build(), query, BestTimesQuestion.DEFAULT, TimingFrames.NOW);
    }

    private static double lift(TimeEffect time) {
        return Objects.requireNonNull(time.lift());
    }

    private static double mean(TimeEffect time) {
        Double mean = time.mean();
        return mean == null ? Double.NEGATIVE_INFINITY : mean;
    }

    private static double mean(List<TimeEffect> times) {
        return times.stream()
                        .filter(time -> time.posts() > 0)
                        .mapToDouble(time -> time.posts() * mean(time))
                        .sum()
                / times.stream().mapToInt(TimeEffect::posts).sum();
    }

    private interface Score {
        double of(TimeEffect time);
    }

    private static int best(List<TimeEffect> times, Score score) {
        int best = 0;
        for (int i = 1; i < times.size(); i++) {
            best = score.of(times.get(i)) > score.of(times.get(best)) ? i : best;
        }
        return best;
    }

    private static int dayAndHour(BestTimesAnswer answer) {
        return best(answer.weekdays(), TimingStudy::mean) * 24 + best(answer.hours(), TimingStudy::mean);
    }

    private static double lost(TimingTruth truth, int slot) {
        return -Math.expm1(truth.effect(slot) - truth.effect(truth.best()));
    }

    /// The mean effect of the account's own times, on the logarithm.
    private static double mix(TimingTruth truth, List<TimeEffect> slots) {
        double sum = 0;
        int posts = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            sum += slots.get(slot).posts() * truth.effect(slot);
            posts += slots.get(slot).posts();
        }
        return sum / posts;
    }

    /// What the account's own times bring on average, as a multiple.
    private static double ofMix(TimingTruth truth, List<TimeEffect> slots) {
        double sum = 0;
        int posts = 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            sum += slots.get(slot).posts() * Math.exp(truth.effect(slot));
            posts += slots.get(slot).posts();
        }
        return sum / posts;
    }

    private static boolean covers(TimeEffect time, double effect) {
        List<Double> interval = Objects.requireNonNull(time.interval());
        return interval.getFirst() <= Math.expm1(effect) && Math.expm1(effect) <= interval.getLast();
    }
}
