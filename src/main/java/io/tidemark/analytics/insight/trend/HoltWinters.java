package io.tidemark.analytics.insight.trend;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A level, a slope that fades and an effect of each weekday that follow the days (Holt, 1957; Winters,
/// 1960; damped: Gardner and McKenzie, 1985), with surprises cut off so that one wild day does not move
/// them. How quickly they follow is chosen by how well the days would have been foreseen one by one.
final class HoltWinters {
    private static final int WEEK = WeeklyDecomposition.WEEK;
    private static final double MOST_SURPRISE = 0.75;
    private static final int LEVEL_DAYS = 14;
    private static final int WEEKDAY_DAYS = 28;

    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.35, 0.5};
    private static final double[] BETAS = {0, 0.02, 0.08};
    private static final double[] GAMMAS = {0.05, 0.15, 0.3};
    private static final double[] PHIS = {0.9, 0.98};

    private final double[] logs;
    private final Speed speed;
    private final double[] weekdays;
    private double level;
    private double slope;
    private double errors;
    private int judged;

    /// How quickly level, slope and weekdays follow, and how much of the slope is left after a day.
    record Speed(double alpha, double beta, double gamma, double phi) {}

    private HoltWinters(double[] logs, double level, double[] weekdays, Speed speed) {
        this.logs = logs;
        this.level = level;
        this.weekdays = weekdays.clone();
        this.speed = speed;
        for (int day = 0; day < logs.length; day++) {
            step(day);
        }
    }

    /// At a given speed.
    ///
    /// @param logs of consecutive days, `NaN` where a day is missing; at least one of the first 14 is
    ///     known
    static HoltWinters of(double[] logs, Speed speed) {
        return new HoltWinters(logs, level(logs), weekdays(logs), speed);
    }

    /// At the speed that would have served best.
    static HoltWinters fit(double[] logs) {
        double level = level(logs);
        double[] weekdays = weekdays(logs);
        HoltWinters best = null;
        for (double alpha : ALPHAS) {
            for (double beta : BETAS) {
                for (double gamma : GAMMAS) {
                    for (double phi : PHIS) {
                        HoltWinters one = new HoltWinters(logs, level, weekdays, new Speed(alpha, beta, gamma, phi));
                        best = best == null || one.error() < best.error() ? one : best;
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("There are no speeds to choose from");
        }
        return best;
    }

    /// Mean square of the surprises from the fifteenth day on.
    double error() {
        return judged == 0 ? 0 : errors / judged;
    }

    /// The logarithms of the days after the last.
    double[] ahead(int count) {
        double[] found = new double[count];
        double fading = 0;
        double factor = 1;
        for (int k = 0; k < count; k++) {
            factor *= speed.phi();
            fading += factor;
            found[k] = level + fading * slope + weekdays[(logs.length + k) % WEEK];
        }
        return found;
    }

    private void step(int day) {
        double base = level + speed.phi() * slope;
        double foreseen = base + weekdays[day % WEEK];
        slope *= speed.phi();
        level = base;
        if (Double.isNaN(logs[day])) {
            return;
        }
        double surprise = Math.clamp(logs[day] - foreseen, -MOST_SURPRISE, MOST_SURPRISE);
        if (day >= LEVEL_DAYS) {
            errors += surprise * surprise;
            judged++;
        }
        level += speed.alpha() * surprise;
        slope += speed.beta() * speed.alpha() * surprise;
        weekdays[day % WEEK] += speed.gamma() * (1 - speed.alpha()) * surprise;
    }

    private static double level(double[] logs) {
        return mean(Arrays.copyOf(logs, Math.min(logs.length, LEVEL_DAYS)));
    }

    private static double[] weekdays(double[] logs) {
        double[] means = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            int first = weekday;
            means[weekday] = mean(IntStream.range(0, Math.min(logs.length, WEEKDAY_DAYS))
                    .filter(day -> day % WEEK == first)
                    .mapToDouble(day -> logs[day])
                    .toArray());
        }
        double middle = mean(means);
        return Arrays.stream(means)
                .map(mean -> Double.isNaN(mean) ? 0 : mean - middle)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(Known.of(values)).average().orElse(Double.NaN);
    }
}
