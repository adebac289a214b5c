package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.insight.timing.BestTimes;
import io.tidemark.analytics.insight.timing.BestTimesQuestion;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.Random;

/// How long best times take: the median of warm answers.
final class TimingSpeed {
    private static final int WARM_UPS = 15;
    private static final int ANSWERS = 31;
    private static final int ACCOUNTS = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    private TimingSpeed() {}

    static void print() {
        System.out.println("| posts | accounts | answer | with the chances to be best |");
        System.out.println("|---|---|---|---|");
        for (int posts : new int[] {10_000, 200_000}) {
            System.out.println(row(posts, 1));
            System.out.println(row(posts, ACCOUNTS));
        }
    }

    private static String row(int posts, int accounts) {
        Random random = new Random(posts + accounts);
        TimingTruth truth = TimingTruth.random(0.2, random);
        TimingFrames frames = new TimingFrames();
        for (int account = 0; account < accounts; account++) {
            frames.account(Platform.X);
            truth.post(frames, account, posts / accounts, random);
        }
        Frame frame = frames.build();
        return "| %,d | %d | %.1f ms | %.1f ms |".formatted(posts, accounts, median(frame, false), median(frame, true));
    }

    private static double median(Frame frame, boolean chances) {
        BestTimesQuestion question = new BestTimesQuestion(ResponseMetric.ENGAGEMENT, chances);
        double[] millis = new double[ANSWERS];
        for (int i = -WARM_UPS; i < ANSWERS; i++) {
            long from = System.nanoTime();
            BestTimes.compute(frame, AnalyticsQuery.DEFAULT, question, TimingFrames.NOW);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - from) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(millis);
        return millis[ANSWERS / 2];
    }
}
