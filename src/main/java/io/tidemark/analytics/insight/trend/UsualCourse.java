package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.RobustScale;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The usual course of daily numbers, the range in which nine days of ten lie, and the days that are
/// too far from it.
final class UsualCourse {
    static final double LEVEL = 0.9;
    /// What is nearer to the usual is not worth a word, however sure.
    static final double SMALLEST_EFFECT = 0.3;

    private static final int SELDOM = 12;
    private static final double RANGE_OF_SEVEN = 4.17;
    /// Of nine days in ten, in median distances: days have longer tails than the normal distribution,
    /// about those of Student's t with six degrees of freedom.
    private static final double REACH = 1.82655;

    private final double[] values;
    private final WeeklyDecomposition parts;
    private final double[] rests;
    private final double middle;
    private final double scale;
    private final int[] off;

    private UsualCourse(double[] values) {
        this.values = values;
        parts = WeeklyDecomposition.of(Known.logs(values));
        rests = parts.rests();
        Counted spread = new Counted(values);
        double[] known = Known.of(rests);
        middle = spread.centre(known);
        scale = spread.scale(known);
        off = off(spread);
    }

    /// @param values of consecutive days, `NaN` where a day is missing
    /// @throws IllegalArgumentException with fewer known days than [WeeklyDecomposition#FEWEST_DAYS]
    static UsualCourse of(double[] values) {
        return new UsualCourse(values);
    }

    /// Half of the distance between the ends of a range of normal rests, by their median distance, and
    /// never nearer than chance alone puts counts: many days of few events are alike, and one more is
    /// no wonder.
    private record Counted(double smallest) implements OutlierTest.Spread {
        Counted(double[] values) {
            this(1 / Math.sqrt(1 + Math.max(0, Known.median(values))));
        }

        @Override
        public double centre(double[] known) {
            return RobustScale.median(known);
        }

        @Override
        public double scale(double[] known) {
            return Math.max(smallest, RobustScale.of(known));
        }
    }

    double trend(int day) {
        return number(parts.course(day));
    }

    double weekdayEffect(int day) {
        return Math.expm1(parts.weekday(day));
    }

    double expected(int day) {
        return number(parts.expected(day));
    }

    double lo(int day) {
        return number(parts.expected(day) + middle - REACH * scale);
    }

    double hi(int day) {
        return number(parts.expected(day) + middle + REACH * scale);
    }

    /// By how much a day is off the usual, as a ratio.
    double effect(int day) {
        return Math.expm1(rests[day]);
    }

    /// The days that are off by more than chance, and by enough to matter, ascending. What happens oftener than every
    /// twelfth day is no exception: then there are none.
    int[] anomalies() {
        return leaps() ? new int[0] : off;
    }

    /// Whether so many days are far off that leaps are usual.
    boolean leaps() {
        return off.length * SELDOM > Known.count(values);
    }

    /// The number of days that are far off, exceptions or not.
    int daysOff() {
        return off.length;
    }

    private int[] off(Counted spread) {
        return Arrays.stream(OutlierTest.outliers(OutlierTest.steps(rests, spread)))
                .filter(day -> Math.abs(effect(day)) >= SMALLEST_EFFECT)
                .toArray();
    }

    /// Whether the effects of the weekdays lie farther apart than chance alone would put seven means
    /// (Tukey's studentised range, 95 %).
    boolean weekdaysDiffer() {
        double[] effects = IntStream.range(0, WeeklyDecomposition.WEEK)
                .filter(this::knowsWeekday)
                .mapToDouble(parts::weekday)
                .sorted()
                .toArray();
        double error = scale / Math.sqrt((double) Known.count(values) / WeeklyDecomposition.WEEK);
        return effects[effects.length - 1] - effects[0] > RANGE_OF_SEVEN * error;
    }

    /// Whether a weekday is known at all.
    boolean knowsWeekday(int weekday) {
        return IntStream.range(0, values.length)
                .anyMatch(day -> day % WeeklyDecomposition.WEEK == weekday && !Double.isNaN(values[day]));
    }

    private static double number(double log) {
        return Math.max(0, Math.expm1(log));
    }
}
