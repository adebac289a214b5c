package io.tidemark.analytics;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Prints how much time of the processor answers about a large business take. Run by hand: it is no test, since times
/// depend on the machine.
final class OverviewTiming {
    /// Time on the clock would tell what else the machine does.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int POSTS = 200_000;
    /// Part of the name of the questions to ask: `-Donly=trends`.
    private static final String ONLY = System.getProperty("only", "");
    private static final int DAYS = 730;
    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final Instant NOW =
            FIRST.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Platform[] PLATFORMS = Platform.values();
    private static final ContentType[] TYPES = {
        ContentType.VIDEO, ContentType.IMAGE, ContentType.CAROUSEL, ContentType.TEXT, ContentType.LINK
    };

    private OverviewTiming() {}

    public static void main(String[] arguments) {
        Frame frame = frame(new SplittableRandom(1));
        System.out.printf(
                "%d posts in %d cells, %d account-days, %d cells of activity, %d KB, %d bytes a post%n",
                POSTS,
                Objects.requireNonNull(frame.posts().cells()).size(),
                frame.days().size(),
                frame.activity().size(),
                frame.bytes() / 1024,
                frame.bytes() / POSTS);
        AnalyticsQuery all = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.ALL));
        AnalyticsQuery year = AnalyticsQuery.DEFAULT.over(new PeriodChoice.Named(Range.LAST_365_DAYS));
        time("overview, all, published", () -> Overview.compute(frame, all.on(Basis.Choice.PUBLISHED), NOW));
        time("overview, all, activity", () -> Overview.compute(frame, all.on(Basis.Choice.ACTIVITY), NOW));
        time("overview, last 28 days, auto", () -> Overview.compute(frame, AnalyticsQuery.DEFAULT, NOW));
        time("overview, last 365 days, activity", () -> Overview.compute(frame, year.on(Basis.Choice.ACTIVITY), NOW));
        time("overview, last 365 days, published", () -> Overview.compute(frame, year.on(Basis.Choice.PUBLISHED), NOW));
        time(
                "trends, last 365 days, activity",
                () -> Trends.compute(frame, year.on(Basis.Choice.ACTIVITY), Granularity.DAY, Set.of(), NOW));
        time(
                "trends, all, published",
                () -> Trends.compute(frame, all.on(Basis.Choice.PUBLISHED), Granularity.DAY, Set.of(), NOW));
        time("platforms, all, published", () -> PlatformComparison.compute(frame, all.on(Basis.Choice.PUBLISHED), NOW));
        time("content types, all, published", () -> ContentTypes.compute(frame, all.on(Basis.Choice.PUBLISHED), NOW));
        time(
                "content types, 365 days, activity",
                () -> ContentTypes.compute(frame, year.on(Basis.Choice.ACTIVITY), NOW));
        Filters boosted = new Filters(Set.of(), Set.of(), Set.of(), Set.of(Boosted.NO));
        time(
                "overview, all, published, boosted=no",
                () -> Overview.compute(frame, all.on(Basis.Choice.PUBLISHED).with(boosted), NOW));
    }

    private static void time(String what, Supplier<Object> answer) {
        if (!what.contains(ONLY)) {
            return;
        }
        double[] milliseconds = IntStream.range(0, 150)
                .mapToDouble(run -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    Object kept = answer.get();
                    double elapsed = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
                    return kept.hashCode() == 0 ? elapsed + 1e-9 : elapsed;
                })
                .skip(100)
                .sorted()
                .toArray();
        System.out.printf(
                "%-36s median %.1f ms, best %.1f, p95 %.1f%n",
                what, milliseconds[25], milliseconds[0], milliseconds[47]);
    }

    private static Frame frame(SplittableRandom random) {
        List<FrameAccount> accounts = Arrays.stream(PLATFORMS)
                .map(platform -> new FrameAccount(platform.ordinal() + 1L, platform, "a", "A", true))
                .toList();
        PostFrame.Builder posts = PostFrame.builder(POSTS);
        AgedPosts.Builder aged = AgedPosts.builder(POSTS);
        for (int i = 0; i < POSTS; i++) {
            LocalDate day = FIRST.plusDays((long) i * DAYS / POSTS);
            int account = random.nextInt(PLATFORMS.length);
            long second = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            MetricValues values = values(random, account, Subject.POST);
            posts.add(i + 1L, account, second, day, TYPES[random.nextInt(TYPES.length)], Boosted.NO, values);
            aged.post(i + 1L);
            values.present().forEach(metric -> aged.set(metric, values.orNaN(metric)));
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
        ActivityFrame.Builder activity = ActivityFrame.builder(DAYS * PLATFORMS.length * TYPES.length);
        for (int day = 0; day < DAYS; day++) {
            for (int account = 0; account < PLATFORMS.length; account++) {
                for (ContentType type : TYPES) {
                    activity.add(account, FIRST.plusDays(day), type, 1, 0, values(random, account, Subject.POST));
                }
            }
        }
        PostFrame built = posts.build();
        AgedPosts atAnyAge = aged.build(built, accounts);
        return new Frame(
                1,
                1,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                accounts,
                built,
                days.build(),
                Labels.NONE,
                activity.build(),
                age -> atAnyAge,
                Growth.NONE,
                PostDays.none(built, accounts),
                Wordings.none(built),
                restatements(built, accounts, random));
    }

    /// One day in ten of each account, and one post in a hundred: far more than platforms restate.
    private static Restatements restatements(PostFrame posts, List<FrameAccount> accounts, SplittableRandom random) {
        Restatements.Builder restatements = new Restatements.Builder(posts, accounts, ZoneOffset.UTC);
        for (Metric metric : List.of(Metric.IMPRESSIONS, Metric.REACH, Metric.LIKES)) {
            for (int i = 0; i < DAYS * PLATFORMS.length / 10; i++) {
                LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
                Instant seen = day.plusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant();
                Instant before = seen.minusSeconds(1);
                restatements.day(random.nextInt(PLATFORMS.length), day, metric, seen, seen, before, 900, 1_000);
            }
            for (int i = 0; i < POSTS / 100; i++) {
                Instant seen = FIRST.plusDays(random.nextInt(DAYS))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                long post = posts.id(random.nextInt(posts.size()));
                restatements.post(post, metric, seen, seen, seen.minusSeconds(1), 1_000, 900);
            }
        }
        return restatements.build();
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
