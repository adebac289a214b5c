package io.tidemark.analytics.insight.trend;

import java.util.Arrays;
import java.util.Random;

/// How far forecasts of fourteen days are off, and how many days come to lie in their intervals.
public final class ForecastTrial {
    private ForecastTrial() {}

    /// Mean absolute errors of the logarithm: of the same day of the week before, of the median of four
    /// weeks, of the smoothing, and of the product, which is the mean of the last two; and the shares
    /// of days within its intervals.
    public record Result(
            double naive, double medians, double smoothed, double product, double in80, double in90, double in95) {}

    public static Result run(int days, int series, long seed) {
        Random random = new Random(seed);
        double[] sums = new double[7];
        for (int i = 0; i < series; i++) {
            double[] logs = Known.logs(TrendWorld.counts(
                    new TrendWorld(random, TrendWorld.DRIFT, TrendWorld.NOISE).logs(days + Forecast.DAYS)));
            double[] known = Arrays.copyOf(logs, days);
            Forecast forecast = Forecast.of(known);
            double[] smoothed = HoltWinters.fit(known).ahead(Forecast.DAYS);
            for (int day = 0; day < Forecast.DAYS; day++) {
                double truth = logs[days + day];
                double foreseen = forecast.log(day);
                double off = Math.abs(truth - foreseen);
                sums[0] += Math.abs(truth - known[days - 7 + day % 7]);
                sums[1] += Math.abs(truth - (2 * foreseen - smoothed[day]));
                sums[2] += Math.abs(truth - smoothed[day]);
                sums[3] += off;
                sums[4] += off <= forecast.reach(day, 0.8) ? 1 : 0;
                sums[5] += off <= forecast.reach(day, 0.9) ? 1 : 0;
                sums[6] += off <= forecast.reach(day, 0.95) ? 1 : 0;
            }
        }
        double[] means =
                Arrays.stream(sums).map(sum -> sum / series / Forecast.DAYS).toArray();
        return new Result(means[0], means[1], means[2], means[3], means[4], means[5], means[6]);
    }
}
