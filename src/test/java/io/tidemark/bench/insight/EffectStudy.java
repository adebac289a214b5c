package io.tidemark.bench.insight;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.effect.EffectFrames;
import io.tidemark.analytics.insight.effect.EffectTrial;
import io.tidemark.analytics.insight.effect.EffectTrial.Score;
import io.tidemark.analytics.insight.effect.EffectTrial.Way;
import io.tidemark.analytics.insight.effect.WhatWorks;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.label.TextTraits;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/// What works, on accounts whose truth is known, and how long it takes. Arguments: how many accounts for each row
/// (300), how many without any effect (1000).
public final class EffectStudy {
    private static final int TIMES = 9;

    private EffectStudy() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int nulls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        System.out.println("| 30 hashtags, 6 of them real, confounded | n = 200: flagged / wrong / found | n = 1000"
                + " | no real one, n = 1000: accounts with a flag | best shown / true, n = 1000 |");
        System.out.println("|---|---|---|---|---|");
        for (Way way : Way.values()) {
            Score few = EffectTrial.run(way, runs, 200, 6, true);
            Score many = EffectTrial.run(way, runs, 1000, 6, true);
            Score none = EffectTrial.run(way, runs, 1000, 0, true);
            System.out.printf(
                    "| %s | %s | %s | %.0f %% | %+.0f %% / %+.0f %% |%n",
                    way.title(),
                    words(few),
                    words(many),
                    100 * none.runsWithFlag(),
                    100 * many.shown(),
                    100 * many.trueEffect());
            if (way == Way.PRODUCT) {
                System.out.printf(
                        "%nIntervals at 90 %% hold the truth of flagged hashtags: n = 200 %.0f %%, n = 1000 %.0f %%;"
                                + " of all real ones: n = 200 %.0f %%, n = 1000 %.0f %%.%n",
                        100 * few.covered(), 100 * many.covered(), 100 * few.coveredReal(), 100 * many.coveredReal());
            }
        }
        System.out.printf(
                "%nNothing makes any difference: of %d accounts, %.1f %% with 200 posts and %.1f %% with 1,000 get any"
                        + " claim of any kind.%n",
                nulls, 100 * EffectTrial.nullClaims(nulls, 200), 100 * EffectTrial.nullClaims(nulls, 1000));
        System.out.println("\n| posts | hashtags looked at | median |\n|---|---|---|");
        for (int posts : new int[] {1_000, 10_000, 200_000}) {
            time(posts);
        }
        timeOfTexts();
    }

    private static String words(Score score) {
        return "%.1f / %.0f %% / %.0f %%".formatted(score.flagged(), 100 * score.wrong(), 100 * score.found());
    }

    /// Texts are read once for a frame; what is timed is everything after.
    private static void time(int posts) {
        Frame frame = frame(posts);
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES + 3; i++) {
            long begin = System.nanoTime();
            WhatWorks.compute(frame, AnalyticsQuery.DEFAULT, ResponseMetric.ENGAGEMENT, EffectFrames.NOW);
            millis[i % TIMES] = (System.nanoTime() - begin) / 1e6;
        }
        System.out.printf(
                "| %,d | %d | %.1f ms |%n",
                posts, 100, Arrays.stream(millis).sorted().toArray()[TIMES / 2]);
    }

    /// What it takes to tell what texts are like, once they are read.
    private static void timeOfTexts() {
        Random random = new Random(6);
        String[] texts = new String[10_000];
        Arrays.setAll(texts, i -> text(random));
        double[] micros = new double[TIMES];
        for (int i = 0; i < TIMES + 3; i++) {
            long begin = System.nanoTime();
            int hashtags = 0;
            for (String text : texts) {
                hashtags += TextTraits.of(text).hashtags().size();
            }
            micros[i % TIMES] = (System.nanoTime() - begin) / 1e3 / texts.length;
            if (hashtags == 0) {
                throw new IllegalStateException("no hashtag was seen");
            }
        }
        System.out.printf(
                "%nA text of 350 characters with five hashtags: %.1f µs.%n",
                Arrays.stream(micros).sorted().toArray()[TIMES / 2]);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("a word ".repeat(random.nextInt(100)));
        for (int tag = 0; tag < 5; tag++) {
            text.append(" #tag").append((int) (400 * Math.pow(random.nextDouble(), 3)));
        }
        return text.append(random.nextInt(4) == 0 ? " https://example.com" : "")
                .append(random.nextInt(3) == 0 ? "?" : "")
                .toString();
    }

    /// Posts of a year with five hashtags each, of 400 that are used very unequally.
    private static Frame frame(int posts) {
        Random random = new Random(5);
        EffectFrames frames = new EffectFrames().account(Platform.X);
        Duration step = Duration.ofDays(360).dividedBy(posts);
        Instant first = EffectFrames.NOW.minus(Duration.ofDays(361));
        ContentType[] types = {
            ContentType.IMAGE, ContentType.VIDEO, ContentType.TEXT, ContentType.LINK, ContentType.POLL
        };
        for (int i = 0; i < posts; i++) {
            frames.post(
                    0,
                    first.plus(step.multipliedBy(i)),
                    types[random.nextInt(types.length)],
                    text(random),
                    5 + 0.75 * random.nextGaussian());
        }
        return frames.build();
    }
}
