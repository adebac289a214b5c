package io.tidemark.analytics;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Prints how long answers about a large business take. Run by hand: it is no test, since times depend on the machine.
final class OverviewTiming {
    private static final int POSTS = 200_000;
    private static final int DAYS = 730;
    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final Instant NOW =
            FIRST.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Platform[] PLATFORMS = Platform.values();

    private OverviewTiming() {}

    public static void main(String[] arguments) {
        Frame frame = frame(new SplittableRandom(1));
        System.out.printf(
                "%d posts, %d account-days, %d KB%n", POSTS, frame.days().size(), frame.bytes() / 1024);
        AnalyticsQuery all = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL));
        AnalyticsQuery year = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.LAST_365_DAYS));
        time("overview, all, published", () -> Overview.compute(frame, all.on(Basis.Choice.PUBLISHED), NOW));
        time("overview, all, activity", () -> Overview.compute(frame, all.on(Basis.Choice.ACTIVITY), NOW));
        time("overview, last 28 days, auto", () -> Overview.compute(frame, AnalyticsQuery.DEFAULT, NOW));
        time("overview, last 365 days, published", () -> Overview.compute(frame, year.on(Basis.Choice.PUBLISHED), NOW));
        time(
                "trends, last 365 days, activity",
                () -> Trends.compute(frame, year.on(Basis.Choice.ACTIVITY), Granularity.DAY, Set.of(), NOW));
        time(
                "trends, all, published",
                () -> Trends.compute(frame, all.on(Basis.Choice.PUBLISHED), Granularity.DAY, Set.of(), NOW));
    }

    private static void time(String what, Supplier<Object> answer) {
        double[] milliseconds = IntStream.range(0, 60)
                .mapToDouble(run -> {
                    long start = System.nanoTime();
                    Object kept = answer.get();
                    double elapsed = (System.nanoTime() - start) / 1e6;
                    return kept.hashCode() == 0 ? elapsed + 1e-9 : elapsed;
                })
                .skip(30)
                .sorted()
                .toArray();
        System.out.printf(
                "%-36s median %.1f ms, best %.1f, worst %.1f%n",
                what,
                milliseconds[15],
                milliseconds[0],
                Arrays.stream(milliseconds).max().orElse(0));
    }

    private static Frame frame(SplittableRandom random) {
        List<FrameAccount> accounts = Arrays.stream(PLATFORMS)
                .map(platform -> new FrameAccount(platform.ordinal() + 1L, platform, "a", "A", true))
                .toList();
        PostFrame.Builder posts = PostFrame.builder(POSTS);
        for (int i = 0; i < POSTS; i++) {
            LocalDate day = FIRST.plusDays((long) i * DAYS / POSTS);
            int account = random.nextInt(PLATFORMS.length);
            long second = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            posts.add(
                    i + 1L, account, second, day, ContentType.VIDEO, Boosted.NO, values(random, account, Subject.POST));
        }
        DayFrame.Builder days = DayFrame.builder(DAYS * PLATFORMS.length);
        for (int day = 0; day < DAYS; day++) {
            for (int account = 0; account < PLATFORMS.length; account++) {
                days.add(
                        account,
                        FIRST.plusDays(day),
                        NOW.getEpochSecond(),
                        values(random, account, Subject.ACCOUNT_DAY));
            }
        }
        return new Frame(1, 1, ZoneOffset.UTC, DayOfWeek.MONDAY, null, null, accounts, posts.build(), days.build());
    }

    private static MetricValues values(SplittableRandom random, int account, Subject subject) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : Metric.values()) {
            if (Dictionary.provides(PLATFORMS[account], subject, ContentType.VIDEO, metric)) {
                values.put(metric, random.nextInt(1000));
            }
        }
        return values.build();
    }
}
