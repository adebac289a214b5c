package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.insight.timing.Experiment;
import io.tidemark.analytics.insight.timing.ExperimentPlan;
import io.tidemark.analytics.insight.timing.ExperimentState;
import io.tidemark.analytics.insight.timing.PostingTime;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;

/// How often a test of two times finds a difference that is there, and one that is not: posts of an account that
/// grows, at the times that the coin names.
final class ExperimentStudy {
    private static final LocalDate LAST = LocalDate.of(2026, 10, 1);
    private static final double NOISE = 0.75;
    private static final double VIRAL = 0.04;

    private ExperimentStudy() {}

    static void print(int runs) {
        System.out.println("| true difference | to be seen | posts at each time | found | interval holds it |");
        System.out.println("|---|---|---|---|---|");
        for (double[] cell : new double[][] {{0, 0.5}, {0.5, 0.5}, {0, 0.2}, {0.2, 0.2}}) {
            System.out.println(row(cell[0], cell[1], runs));
        }
    }

    private static String row(double truth, double difference, int runs) {
        int posts = ExperimentPlan.postsPerTime(ExperimentPlan.USUAL_NOISE, difference);
        Random random = new Random(Math.round(1000 * (truth + 10 * difference)));
        int found = 0;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            ExperimentState state = state(truth, posts, run, random);
            found += state.evidence().status() == EvidenceStatus.OK ? 1 : 0;
            double low = Objects.requireNonNull(state.evidence().lo());
            double high = Objects.requireNonNull(state.evidence().hi());
            held += low <= truth && truth <= high ? 1 : 0;
        }
        return "| %.0f %% | %.0f %% | %d | %.1f %% | %.0f %% |"
                .formatted(100 * truth, 100 * difference, posts, 100.0 * found / runs, 100.0 * held / runs);
    }

    /// A post a day, each when the coin says.
    private static ExperimentState state(double truth, int postsPerTime, long seed, Random random) {
        int count = 2 * postsPerTime + 2;
        LocalDate start = LAST.minusDays(count);
        ExperimentPlan plan = new ExperimentPlan(
                1,
                ResponseMetric.ENGAGEMENT,
                new PostingTime(null, 8),
                new PostingTime(null, 18),
                postsPerTime,
                seed,
                TimingFrames.BERLIN,
                start.atStartOfDay(TimingFrames.BERLIN).toInstant(),
                null);
        TimingFrames frames = new TimingFrames().account(Platform.X);
        for (int post = 0; post < count; post++) {
            boolean second = plan.drawsSecond(post);
            Instant at = start.plusDays(post)
                    .atTime(second ? 18 : 8, 20)
                    .atZone(TimingFrames.BERLIN)
                    .toInstant();
            boolean video = random.nextBoolean();
            double log = Math.log(400) + 0.5 * post / count + (video ? 0.4 : 0);
            log += second ? Math.log1p(truth) : 0;
            log += NOISE * random.nextGaussian();
            log += random.nextDouble() < VIRAL ? -Math.log(1 - random.nextDouble()) / 2 : 0;
            ContentType type = video ? ContentType.VIDEO : ContentType.IMAGE;
            frames.post(0, at, type, Boosted.NO, TimingFrames.likes(Math.rint(Math.exp(log))));
        }
        return Experiment.follow(frames.build(), AnalyticsQuery.DEFAULT, plan, TimingFrames.NOW);
    }
}
