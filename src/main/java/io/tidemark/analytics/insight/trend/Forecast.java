package io.tidemark.analytics.insight.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What to expect of the next days: the mean of [HoltWinters] and of the median of the last four days
/// of the same weekday, on the logarithm, with how far such forecasts missed.
///
/// The misses are those of forecasts made from 22 earlier days, one every three days, as they would
/// have been made then (conformal, Vovk, Gammerman and Shafer, 2005); how many of them an interval
/// leaves outside is set by how many were left outside along the way (Gibbs and Candès, 2021).
final class Forecast {
    static final int DAYS = 14;
    static final double LEVEL = 0.9;
    static final int FEWEST_DAYS = 28;
    /// With fewer days there is the median of the weekdays alone.
    static final int FEWEST_DAYS_TO_SMOOTH = 56;

    private static final int WEEK = WeeklyDecomposition.WEEK;
    private static final int WEEKS = 4;
    private static final int ORIGINS = 22;
    private static final int APART = 3;
    private static final int FIRST_ORIGIN = DAYS + 66;
    private static final int FEWEST_ORIGINS = 6;

    private final double[] ahead;
    private final @Nullable Misses misses;

    private Forecast(double[] logs) {
        ahead = ahead(logs);
        List<double[]> errors = new ArrayList<>();
        for (int i = 0; i < ORIGINS; i++) {
            int origin = logs.length - FIRST_ORIGIN + APART * i;
            if (origin >= FEWEST_DAYS && Known.count(Arrays.copyOf(logs, origin)) >= FEWEST_DAYS) {
                errors.add(errors(logs, origin));
            }
        }
        misses = errors.size() < FEWEST_ORIGINS ? null : Misses.of(errors);
    }

    /// @param logs of consecutive days, the first and the last known, `NaN` where a day is missing
    static Forecast of(double[] logs) {
        if (logs.length < FEWEST_DAYS) {
            throw new IllegalArgumentException("It takes %d days".formatted(FEWEST_DAYS));
        }
        return new Forecast(logs);
    }

    /// The logarithm of a day ahead.
    ///
    /// @param day 0 for the first
    double log(int day) {
        return ahead[day];
    }

    boolean hasInterval() {
        return misses != null;
    }

    /// How far the logarithm may be off at a level.
    ///
    /// @throws IllegalStateException where there is no interval
    double reach(int day, double level) {
        if (misses == null) {
            throw new IllegalStateException("Too few earlier forecasts to tell how far this one may be off");
        }
        return misses.reach(day, level);
    }

    /// @return of the logarithm, what came less what was foreseen; `NaN` where a day is missing
    private static double[] errors(double[] logs, int origin) {
        double[] foreseen = ahead(Arrays.copyOf(logs, origin));
        return IntStream.range(0, DAYS)
                .mapToDouble(day -> logs[origin + day] - foreseen[day])
                .toArray();
    }

    private static double[] ahead(double[] logs) {
        double[] medians = weekdayMedians(logs);
        if (Known.count(logs) < FEWEST_DAYS_TO_SMOOTH) {
            return medians;
        }
        double[] smoothed = HoltWinters.fit(logs).ahead(DAYS);
        return IntStream.range(0, DAYS)
                .mapToDouble(day -> Double.isNaN(medians[day]) ? smoothed[day] : (smoothed[day] + medians[day]) / 2)
                .toArray();
    }

    private static double[] weekdayMedians(double[] logs) {
        return IntStream.range(0, DAYS)
                .mapToDouble(day -> {
                    int last = logs.length - WEEK + day % WEEK;
                    return Known.median(IntStream.range(0, WEEKS)
                            .mapToDouble(week -> logs[last - WEEK * week])
                            .toArray());
                })
                .toArray();
    }
}
