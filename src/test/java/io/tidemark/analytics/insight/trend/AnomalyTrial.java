package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// How often unusual days are found, and usual ones called so, over 180 days.
public final class AnomalyTrial {
    private static final int DAYS = 180;
    private static final double SHARE = 0.03;
    private static final double YEAR = 365;

    private AnomalyTrial() {}

    /// Ways to tell unusual days.
    public enum Way {
        MEAN_AND_DEVIATION,
        MEDIAN_AND_DISTANCE,
        PRODUCT;

        private int[] days(double[] counts) {
            return switch (this) {
                case MEAN_AND_DEVIATION -> farFromMean(counts);
                case MEDIAN_AND_DISTANCE -> farFromMedian(counts);
                case PRODUCT -> UsualCourse.of(counts).anomalies();
            };
        }
    }

    /// @param inBand of the days of series without anything unusual, the share within the range of nine
    ///     in ten
    public record Result(double falsePerYear, double precision, double recall, double inBand) {}

    public static Result run(Way way, int series, long seed) {
        Random random = new Random(seed);
        int clean = 0;
        int right = 0;
        int wrong = 0;
        int there = 0;
        double inBand = 0;
        for (int i = 0; i < series; i++) {
            double[] calm = TrendWorld.counts(new TrendWorld(random, TrendWorld.DRIFT, TrendWorld.NOISE).logs(DAYS));
            clean += way.days(calm).length;
            inBand += inBand(calm);
            double[] logs = new TrendWorld(random, TrendWorld.DRIFT, TrendWorld.NOISE).logs(DAYS);
            boolean[] odd = disturb(logs, random);
            int[] found = way.days(TrendWorld.counts(logs));
            int hits = (int) Arrays.stream(found).filter(day -> odd[day]).count();
            right += hits;
            wrong += found.length - hits;
            there += (int) IntStream.range(0, DAYS).filter(day -> odd[day]).count();
        }
        return new Result(
                clean * YEAR / DAYS / series,
                (double) right / Math.max(1, right + wrong),
                (double) right / there,
                inBand / series);
    }

    /// A few days, up or down by a factor of 2.2 to 5.
    private static boolean[] disturb(double[] logs, Random random) {
        boolean[] odd = new boolean[logs.length];
        for (int day = 0; day < logs.length; day++) {
            if (random.nextDouble() < SHARE) {
                double size = Math.log(2.2) + random.nextDouble() * (Math.log(5) - Math.log(2.2));
                logs[day] += random.nextBoolean() ? size : -size;
                odd[day] = true;
            }
        }
        return odd;
    }

    private static double inBand(double[] counts) {
        UsualCourse course = UsualCourse.of(counts);
        return IntStream.range(0, counts.length)
                .mapToDouble(day -> counts[day] >= course.lo(day) && counts[day] <= course.hi(day) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static int[] farFromMean(double[] counts) {
        double mean = Arrays.stream(counts).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum() / (counts.length - 1));
        return far(counts, mean, deviation);
    }

    private static int[] farFromMedian(double[] counts) {
        return far(counts, RobustScale.median(counts), RobustScale.of(counts));
    }

    private static int[] far(double[] counts, double centre, double scale) {
        return IntStream.range(0, counts.length)
                .filter(day -> Math.abs(counts[day] - centre) > 3 * scale)
                .toArray();
    }
}
