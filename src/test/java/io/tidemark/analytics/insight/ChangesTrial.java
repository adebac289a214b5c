package io.tidemark.analytics.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// How often a number of a business in which nothing changes is said to have changed from one period to
/// the next.
public final class ChangesTrial {
    private static final LocalDate FIRST = LocalDate.parse("2025-11-20");
    private static final LocalDate LAST = LocalDate.parse("2026-11-19");
    private static final List<Metric> METRICS = List.of(
            Metric.IMPRESSIONS,
            Metric.IMPRESSIONS_ORGANIC,
            Metric.REACTIONS,
            Metric.COMMENTS,
            Metric.SHARES,
            Metric.CLICKS);

    private static final double SPREAD = 1.2;
    private static final double VIRAL = 0.04;
    private static final double LASTING = 0.5;

    private ChangesTrial() {}

    /// What days are like.
    public enum World {
        /// Each by itself.
        ALIKE,
        /// What a post a day of very different worth earns, half of it on the first day, half of the
        /// rest on the next and so on; one in twenty-five goes round the world. All six numbers leap
        /// together.
        VIRAL
    }

    /// @return share of businesses of which any number is called changed
    public static double run(World world, int businesses, long seed) {
        Random random = new Random(seed);
        int called = 0;
        for (int i = 0; i < businesses; i++) {
            TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
            double[] flow = {0};
            FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
                flow[0] = flow[0] * LASTING + post(world, random);
                MetricValues.Builder values = MetricValues.builder();
                for (Metric metric : METRICS) {
                    double own = world == World.ALIKE ? Math.exp(0.6 * random.nextGaussian()) : flow[0];
                    values.put(metric, Math.rint(100 * own * Math.exp(0.1 * random.nextGaussian())));
                }
                frames.day(0, day, values.build());
            });
            boolean any = Feed.of(frames.build(), AnalyticsQuery.DEFAULT, TimingFrames.NOW).answer().findings().stream()
                    .anyMatch(insight -> insight.type() == InsightType.CHANGE);
            called += any ? 1 : 0;
        }
        return (double) called / businesses;
    }

    private static double post(World world, Random random) {
        if (world == World.ALIKE) {
            return 0;
        }
        double viral = random.nextDouble() < VIRAL ? 1 / (1 - random.nextDouble()) : 1;
        return viral * Math.exp(SPREAD * random.nextGaussian());
    }
}
