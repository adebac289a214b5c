package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.QueryParameters;
import io.tidemark.analytics.insight.trend.TrendAnalysis;
import io.tidemark.analytics.insight.trend.TrendMetric;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// How long an analysis of trends takes, warm.
final class TrendSpeed {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final int DAYS = 3 * 365;
    private static final int WARM_UP = 20;
    private static final int RUNS = 31;

    private TrendSpeed() {}

    static void print() {
        System.out.println("\n#### Time of an analysis, warm, median of " + RUNS + "\n");
        System.out.println("| posts | accounts | 28 days of a year | three years |\n|---|---|---|---|");
        print(10_000, 6);
        print(200_000, 40);
    }

    private static void print(int posts, int accounts) {
        Frame frame = frame(posts, accounts);
        AnalyticsQuery years = QueryParameters.parse(Map.of("range", List.of("all")));
        System.out.printf(
                Locale.ROOT,
                "| %,d | %d | %.1f ms | %.1f ms |%n",
                posts,
                accounts,
                time(frame, AnalyticsQuery.DEFAULT),
                time(frame, years));
    }

    private static double time(Frame frame, AnalyticsQuery query) {
        TrendMetric metric = new TrendMetric(Metric.IMPRESSIONS);
        double[] times = IntStream.range(0, WARM_UP + RUNS)
                .mapToDouble(run -> {
                    long start = System.nanoTime();
                    TrendAnalysis.compute(frame, query, metric, NOW);
                    return (System.nanoTime() - start) / 1e6;
                })
                .skip(WARM_UP)
                .sorted()
                .toArray();
        return times[RUNS / 2];
    }

    private static Frame frame(int count, int accounts) {
        Random random = new Random(1);
        List<FrameAccount> of = IntStream.range(0, accounts)
                .mapToObj(i -> new FrameAccount(i + 1L, Platform.LINKEDIN, "a" + i, "Account " + i, true))
                .toList();
        PostFrame.Builder posts = PostFrame.builder(count);
        long[] times = random.longs(count, 0, DAYS * 86_400L).sorted().toArray();
        Instant first = TODAY.minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int i = 0; i < count; i++) {
            Instant at = first.plusSeconds(times[i]);
            posts.add(
                    i + 1L,
                    random.nextInt(accounts),
                    at.getEpochSecond(),
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    ContentType.IMAGE,
                    Boosted.NO,
                    MetricValues.builder()
                            .put(Metric.IMPRESSIONS, random.nextInt(1000))
                            .build());
        }
        DayFrame.Builder days = DayFrame.builder(DAYS * accounts);
        for (int ago = DAYS; ago >= 1; ago--) {
            LocalDate day = TODAY.minusDays(ago);
            long observed = day.plusDays(20).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            for (int account = 0; account < accounts; account++) {
                MetricValues values = MetricValues.builder()
                        .put(Metric.IMPRESSIONS, Math.rint(400 * Math.exp(0.25 * random.nextGaussian())))
                        .build();
                days.add(account, day, observed, values);
            }
        }
        return new Frame(1, 42, ZoneOffset.UTC, DayOfWeek.MONDAY, null, null, of, posts.build(), days.build());
    }
}
