package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.performance.HalfLives;
import io.tidemark.analytics.insight.performance.SettledPost;
import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.PostNumbers;
import io.tidemark.analytics.post.TopPosts;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.GrowthPath;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.PostGrowth;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Fair rankings, posts that break out, and intervals of what posts settle at, on accounts whose truth is known. Beside
/// the figures of the specification, whose accounts are made by laws that are alike but not the same.
public final class PerformanceStudy {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long SEED = 20_261_120;
    private static final int REPEATS = 11;

    private PerformanceStudy() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        rates(runs);
        counts(runs);
        breakouts(runs);
        for (int posts : new int[] {10_000, 200_000}) {
            speed(posts);
        }
    }

    private static void rates(int runs) {
        print(
                "| ranking of 200 posts by rate, median 200 impressions | true rate of the first ten | of the truly best ten"
                        + " | flukes below the median |\n|---|---|---|---|");
        String[] names = {"raw", "**fair**", "conservative"};
        String[] known = {"5.29 %, 35 %, 15 %", "6.27 %, 49 %, 1 %", "6.15 %, 44 %, 0 %"};
        List<Rankings.ByRate> found = Rankings.byRate(runs, SEED);
        for (int i = 0; i < names.length; i++) {
            Rankings.ByRate rank = found.get(i);
            print("| %s (specified: %s) | %.2f %% | %.0f %% | %.0f %% |"
                    .formatted(names[i], known[i], rank.trueRate() * 100, rank.overlap() * 100, rank.flukes() * 100));
        }
    }

    private static void counts(int runs) {
        print(
                "\n| ranking of 120 posts seen at an hour to two weeks | Spearman | of the truly best ten |\n|---|---|---|");
        String[] names = {"raw count", "actual over expected at the same age", "**posterior**"};
        String[] known = {".77, 67 %", ".92, 80 %", ".93, 80 %"};
        List<Rankings.ByCount> found = Rankings.byCount(runs, SEED);
        for (int i = 0; i < names.length; i++) {
            print("| %s (specified: %s) | %.2f | %.0f %% |"
                    .formatted(
                            names[i],
                            known[i],
                            found.get(i).spearman(),
                            found.get(i).overlap() * 100));
        }
        print("\n90 %% intervals at 1, 6 and 24 hours hold %.0f %%, %.0f %% and %.0f %% (specified: 91 %%)."
                .formatted(
                        Rankings.coverage(runs, SEED, 2) * 100,
                        Rankings.coverage(runs, SEED, 5) * 100,
                        Rankings.coverage(runs, SEED, 7) * 100));
    }

    private static void breakouts(int runs) {
        Breakouts study = Breakouts.run(runs, SEED);
        print(
                "\n| rule | alerts per 100 posts | false among alerts | recall | times earlier | specified |\n|---|---|---|---|---|---|");
        Map<Breakouts.Rule, String> known = Map.of(
                Breakouts.Rule.COUNT, "13.1, 7 %, 84 %, 1",
                Breakouts.Rule.MIDDLE, "26.8, 50 %, 93 %, 24",
                Breakouts.Rule.MEAN_3, "13.5, 29 %, 67 %, 8",
                Breakouts.Rule.MEAN_2, "22.1, 42 %, 89 %, 12",
                Breakouts.Rule.ALERT, "11.9, 5 %, 79 %, 2",
                Breakouts.Rule.SURER, "10.6, 2 %, 72 %, 1");
        for (Breakouts.Rule rule : Breakouts.Rule.values()) {
            print("| %s | %.1f | %.0f %% | %.0f %% | %.1f | %s |"
                    .formatted(
                            rule.title,
                            study.alertsPerHundred(rule),
                            study.wrong(rule) * 100,
                            study.recall(rule) * 100,
                            study.lead(rule),
                            known.get(rule)));
        }
        print("\n| chance given | promised | came true | specified | looks |\n|---|---|---|---|---|");
        String[] specified = {"", ".31", ".53", ".76", ".97"};
        for (int fifth = 0; fifth < specified.length; fifth++) {
            double[] bin = study.calibration(fifth);
            print("| %.1f to %.1f | %.2f | %.2f | %s | %.0f |"
                    .formatted(fifth / 5.0, (fifth + 1) / 5.0, bin[0], bin[1], specified[fifth], bin[2]));
        }
    }

    private static void speed(int size) {
        Frame frame = frame(size);
        AnalyticsQuery query = AnalyticsQuery.DEFAULT;
        Period period = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 20));
        double fair = median(() -> TopPosts.of(
                        new PostNumbers(new View(frame, Filters.NONE, NOW), query),
                        period,
                        Filters.NONE,
                        new TopPosts.Question(PostKey.Derived.ENGAGEMENT, TopPosts.Rank.FAIR, 10))
                .considered());
        double rates = median(() -> TopPosts.of(
                        new PostNumbers(new View(frame, Filters.NONE, NOW), query),
                        period,
                        Filters.NONE,
                        new TopPosts.Question(PostKey.Derived.ENGAGEMENT_RATE, TopPosts.Rank.FAIR, 10))
                .considered());
        double lives = median(() -> HalfLives.of(new View(frame, Filters.NONE, NOW), Growing.ENGAGEMENT)
                .rows()
                .size());
        if (size == 10_000) {
            print("\n| posts | top posts, fair by count | top posts, fair by rate | half-lives |\n|---|---|---|---|");
        }
        print("| %,d | %.1f ms | %.1f ms | %.1f ms |".formatted(size, fair, rates, lives));
    }

    private interface Measured {
        int run();
    }

    /// In milliseconds, warm.
    private static double median(Measured measured) {
        double[] times = new double[REPEATS];
        int sum = 0;
        for (int i = -REPEATS; i < REPEATS; i++) {
            long start = System.nanoTime();
            sum += measured.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was computed");
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    /// Ten accounts with two content types each.
    private static Frame frame(int size) {
        List<FrameAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            accounts.add(new FrameAccount(i + 1, GrowthWorld.PLATFORM, "a" + i, "A" + i, true));
        }
        GrowthWorld world = new GrowthWorld(SEED);
        PostFrame.Builder builder = PostFrame.builder(size);
        List<SettledPost> grown = world.posts(2_000);
        long step = 3L * 365 * 86_400 / size;
        for (int i = 0; i < size; i++) {
            long at = NOW.getEpochSecond() - (size - i) * step;
            double total = grown.get(i % grown.size()).total();
            builder.add(
                    i + 1,
                    i % 10,
                    at,
                    LocalDate.ofInstant(Instant.ofEpochSecond(at), ZoneOffset.UTC),
                    i % 20 < 10 ? ContentType.IMAGE : ContentType.VIDEO,
                    Boosted.NO,
                    MetricValues.of(Map.of(
                            Metric.LIKES,
                            total,
                            Metric.COMMENTS,
                            1.0,
                            Metric.SHARES,
                            1.0,
                            Metric.SAVES,
                            1.0,
                            Metric.REACH,
                            total * 12,
                            Metric.IMPRESSIONS,
                            total * 15)));
        }
        PostFrame posts = builder.build();
        PostGrowth.Builder growth = PostGrowth.builder(posts);
        for (int i = 0; i < size; i++) {
            float[] counts = Objects.requireNonNull(grown.get(i % grown.size()).counts());
            growth.add(i + 1, Map.of(Growing.ENGAGEMENT, new GrowthPath((size - i) * step / 3_600.0, counts)));
        }
        PostGrowth read = growth.build();
        return new Frame(
                1,
                1,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                accounts,
                posts,
                DayFrame.builder(0).build(),
                Labels.NONE,
                ActivityFrame.NONE,
                Ages.NONE,
                () -> read,
                PostDays.none(posts, accounts),
                Wordings.none(posts),
                Restatements.NONE);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    static {
        Locale.setDefault(Locale.ROOT);
    }
}
