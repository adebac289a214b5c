package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;

/// Daily logarithms taken apart into a smooth course, an effect of each weekday, and what is left of
/// every day.
///
/// The course is a line fitted around each day over 29 days, near days counting more; the weekday's
/// effect is the mean distance from it. Both are fitted four times, and days that lie far off count
/// less and less (Cleveland, Cleveland, McRae and Terpenning, 1990, with Tukey's bisquare). Missing
/// days count nothing, and have no rest.
final class WeeklyDecomposition {
    static final int WEEK = 7;
    /// With fewer known days, weeks cannot be told from days.
    static final int FEWEST_DAYS = 21;

    private static final int PASSES = 4;
    private static final int WINDOW = 29;
    private static final double FARTHER = 1.0001;
    private static final double OFF = 6;
    private static final double TINY = 1e-9;

    private final double[] logs;
    private final double[] course;
    private final double[] weekdays = new double[WEEK];
    private final double[] rests;
    private final double[] weights;

    private WeeklyDecomposition(double[] logs) {
        this.logs = logs.clone();
        course = new double[logs.length];
        rests = new double[logs.length];
        weights = Arrays.stream(logs).map(log -> Double.isNaN(log) ? 0 : 1).toArray();
        for (int pass = 0; pass < PASSES; pass++) {
            fitCourse();
            fitWeekdays();
            weigh();
        }
    }

    /// @param logs of consecutive days, `NaN` where a day is missing
    /// @throws IllegalArgumentException with fewer known days than [#FEWEST_DAYS]
    static WeeklyDecomposition of(double[] logs) {
        if (Known.count(logs) < FEWEST_DAYS) {
            throw new IllegalArgumentException("It takes %d known days".formatted(FEWEST_DAYS));
        }
        return new WeeklyDecomposition(logs);
    }

    /// The course on a day; `NaN` in the middle of a gap of weeks.
    double course(int day) {
        return course[day];
    }

    /// The effect of the weekday of the n-th day, and of every seventh after it; 0 for one that is
    /// never known.
    double weekday(int day) {
        return weekdays[day % WEEK];
    }

    /// Course and weekday together.
    double expected(int day) {
        return course(day) + weekday(day);
    }

    /// What is left of each day; `NaN` for missing ones.
    double[] rests() {
        return rests.clone();
    }

    private void fitCourse() {
        int window = Math.min(Math.min(WINDOW, logs.length | 1), logs.length);
        for (int day = 0; day < logs.length; day++) {
            int from = Math.clamp(day - window / 2L, 0, logs.length - window);
            course[day] = line(day, from, from + window);
        }
    }

    /// The value on a day of the line through the days of a window; `NaN` where less than a week of it
    /// is known.
    private double line(int day, int from, int end) {
        double farthest = FARTHER * Math.max(day - from, end - 1 - day);
        double sum = 0;
        double sumX = 0;
        double sumXx = 0;
        double sumY = 0;
        double sumXy = 0;
        int counted = 0;
        for (int i = from; i < end; i++) {
            if (weights[i] > 0) {
                double x = i - day;
                double share = Math.abs(x) / farthest;
                double near = 1 - share * share * share;
                double weight = near * near * near * weights[i];
                double y = logs[i] - weekday(i);
                sum += weight;
                sumX += weight * x;
                sumXx += weight * x * x;
                sumY += weight * y;
                sumXy += weight * x * y;
                counted++;
            }
        }
        double spread = sum * sumXx - sumX * sumX;
        return counted < WEEK || spread < TINY ? Double.NaN : (sumXx * sumY - sumX * sumXy) / spread;
    }

    private void fitWeekdays() {
        double[] sums = new double[WEEK];
        double[] counts = new double[WEEK];
        for (int day = 0; day < logs.length; day++) {
            double distance = logs[day] - course[day];
            if (weights[day] > 0 && !Double.isNaN(distance)) {
                sums[day % WEEK] += weights[day] * distance;
                counts[day % WEEK] += weights[day];
            }
        }
        double mean = 0;
        int known = 0;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            if (counts[weekday] > 0) {
                mean += sums[weekday] / counts[weekday];
                known++;
            }
        }
        mean /= Math.max(1, known);
        for (int weekday = 0; weekday < WEEK; weekday++) {
            weekdays[weekday] = counts[weekday] > 0 ? sums[weekday] / counts[weekday] - mean : 0;
        }
    }

    private void weigh() {
        for (int day = 0; day < logs.length; day++) {
            rests[day] = logs[day] - expected(day);
        }
        double[] sizes = Arrays.stream(Known.of(rests)).map(Math::abs).toArray();
        double bound = OFF * Math.max(sizes.length == 0 ? 0 : RobustScale.median(sizes), TINY);
        for (int day = 0; day < logs.length; day++) {
            double off = Math.min(1, Math.abs(rests[day]) / bound);
            double weight = 1 - off * off;
            weights[day] = Double.isNaN(rests[day]) ? 0 : weight * weight;
        }
    }
}
