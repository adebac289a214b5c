package io.tidemark.analytics.insight.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// How often a change of level is found where there is one, and where the level only drifts.
public final class LevelTrial {
    private static final int DAYS = 180;
    private static final int NEAR = 21;

    private LevelTrial() {}

    /// @param found share of series with a point, near the true one where there is one
    /// @param medianDaysOff of those found
    /// @param covered share of those found whose interval holds the true shift
    public record Result(double found, double medianDaysOff, double covered) {}

    /// @param shift of the logarithm, 0 for none
    public static Result run(double shift, double drift, int series, long seed) {
        Random random = new Random(seed);
        int found = 0;
        int covered = 0;
        double[] off = new double[series];
        for (int i = 0; i < series; i++) {
            double[] logs = new TrendWorld(random, drift, TrendWorld.NOISE).logs(DAYS);
            int at = 50 + random.nextInt(DAYS - 100);
            for (int day = at; day < DAYS; day++) {
                logs[day] += shift;
            }
            List<ChangePoints.Found> points = ChangePoints.find(Known.logs(TrendWorld.counts(logs)), i);
            ChangePoints.Found nearest = shift == 0
                    ? points.stream().findFirst().orElse(null)
                    : points.stream()
                            .filter(point -> Math.abs(point.day() - at) <= NEAR)
                            .findFirst()
                            .orElse(null);
            if (nearest != null) {
                off[found] = Math.abs(nearest.day() - at);
                covered += nearest.lo() <= shift && shift <= nearest.hi() ? 1 : 0;
                found++;
            }
        }
        double median = found == 0 ? Double.NaN : Known.median(Arrays.copyOf(off, found));
        return new Result((double) found / series, median, (double) covered / Math.max(1, found));
    }
}
