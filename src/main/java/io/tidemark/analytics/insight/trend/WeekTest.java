package io.tidemark.analytics.insight.trend;

import io.tidemark.analytics.statistics.VariationTest;
import java.util.Arrays;
import java.util.Optional;

/// The last whole week against the one before it.
///
/// @param week counted from the first of the weeks
/// @param earlier how many changes between earlier weeks it is measured by
record WeekTest(int week, double value, double previous, VariationTest test, int earlier) {
    /// Two weeks, and the earlier changes that the test takes at the least.
    static final int FEWEST_WEEKS = 2 + VariationTest.FEWEST_CHANGES;
    static final double POWER = 0.8;

    private static final int MOST_EARLIER = 26;
    /// A verdict on an older week is no news.
    private static final int NEWEST_WITHIN = 2;

    /// @param totals of consecutive weeks, `NaN` for a week of which a day is missing
    /// @return empty where no recent week can be compared, or too few came before
    static Optional<WeekTest> of(double[] totals) {
        for (int week = totals.length - 1; week >= Math.max(1, totals.length - NEWEST_WITHIN); week--) {
            double[] earlier = earlier(totals, week);
            double change = change(totals, week);
            if (!Double.isNaN(change) && earlier.length >= VariationTest.FEWEST_CHANGES) {
                return Optional.of(new WeekTest(
                        week, totals[week], totals[week - 1], VariationTest.of(change, earlier), earlier.length));
            }
        }
        return Optional.empty();
    }

    private static double change(double[] totals, int week) {
        return VariationTest.logChange(Math.max(0, totals[week]), Math.max(0, totals[week - 1]));
    }

    /// The changes of the weeks before, as far as both of their weeks are known, the latest first.
    private static double[] earlier(double[] totals, int week) {
        double[] changes = new double[MOST_EARLIER];
        int count = 0;
        for (int other = week - 1; other >= 1 && count < MOST_EARLIER; other--) {
            double change = change(totals, other);
            if (!Double.isNaN(change)) {
                changes[count] = change;
                count++;
            }
        }
        return Arrays.copyOf(changes, count);
    }

    WeekVerdict verdict() {
        if (!test.isUnusual()) {
            return WeekVerdict.WITHIN_VARIATION;
        }
        return test.logChange() > 0 ? WeekVerdict.UP : WeekVerdict.DOWN;
    }
}
