package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Days as the units of a rate. Both sides of an account's day come from one source.
final class DaySamples implements RateSamples {
    private final ActivitySlice slice;
    private final FollowerHistory followers;
    private final @Nullable Measure[] denominators;
    private final int days;
    /// By part, then day of the period.
    private final double[] above;
    private final double[] below;
    private final int[] reporting;
    private final int[] expected;

    DaySamples(ActivitySlice slice, Measure numerator, Map<Platform, Measure> byPlatform, FollowerHistory followers) {
        this.slice = slice;
        this.followers = followers;
        View view = slice.view();
        days = slice.stretches().period().days();
        above = new double[slice.parts().count() * days];
        below = new double[above.length];
        reporting = new int[slice.groups()];
        expected = new int[slice.groups()];
        denominators = new Measure[view.accountCount()];
        @Nullable Measure[] inRows = new Measure[view.accountCount()];
        for (int account = 0; account < denominators.length; account++) {
            Measure denominator = byPlatform.get(view.platform(account));
            denominators[account] = denominator;
            inRows[account] = isLevel(denominator) ? null : denominator;
        }
        byte[] choice = slice.sources().ofPair(numerator, inRows);
        boolean[] expects = new boolean[choice.length];
        for (int account = 0; account < choice.length; account++) {
            expects[account] = expects(account, numerator, choice[account]);
            if (expects[account]) {
                addExpected(account, choice[account]);
            }
        }
        if (!slice.sources().arePosts()) {
            add(slice.side(ActivitySources.FACTS), numerator, choice, expects);
        }
        add(slice.side(ActivitySources.POSTS), numerator, choice, expects);
    }

    /// Levels of followers hold from one reading to the next and stand in no day's row.
    private static boolean isLevel(@Nullable Measure measure) {
        return measure != null && measure.metric() == Metric.FOLLOWERS;
    }

    private boolean expects(int account, Measure numerator, byte source) {
        Measure denominator = denominators[account];
        return denominator != null
                && slice.parts().ofAccount(account) != Parts.NONE
                && slice.sources().expects(account, numerator, source)
                && (isLevel(denominator)
                        ? Rates.providesFollowers(slice.view().platform(account))
                        : slice.sources().expects(account, denominator, source));
    }

    private void addExpected(int account, byte source) {
        int part = slice.parts().ofAccount(account);
        for (int stretch = 0; stretch < slice.stretches().count(); stretch++) {
            expected[stretch * slice.parts().count() + part] +=
                    slice.side(source).items(stretch, account);
        }
    }

    private void add(ActivitySlice.Side side, Measure numerator, byte[] choice, boolean[] expects) {
        Column column = side.rows.column(numerator);
        if (column == null) {
            return;
        }
        int firstDay = slice.stretches().period().firstDay();
        for (int i = 0; i < side.groups.length; i++) {
            int row = side.first + i;
            int account = side.rows.account(row);
            if (side.groups[i] == Parts.NONE || choice[account] != side.source || denominators[account] == null) {
                continue;
            }
            double value = column.value(row);
            double by = denominator(side.rows, row, account);
            if (!Double.isNaN(value) && !Double.isNaN(by)) {
                int place = slice.parts().ofAccount(account) * days + side.rows.day(row) - firstDay;
                above[place] += value;
                below[place] += by;
                reporting[side.groups[i]]++;
                expected[side.groups[i]] += expects[account] ? 0 : 1;
            }
        }
    }

    private double denominator(DayFrame rows, int row, int account) {
        Measure denominator = denominators[account];
        if (denominator == null) {
            return Double.NaN;
        }
        return isLevel(denominator) ? followers.at(account, rows.day(row)) : rows.value(row, denominator);
    }

    @Override
    public RateSample of(int stretch, Scope scope) {
        double[] numerators = new double[days];
        double[] divisors = new double[days];
        int units = 0;
        int firstDay = slice.stretches().period().firstDay();
        for (int day = 0; day < days; day++) {
            if (slice.stretches().of(firstDay + day) != stretch) {
                continue;
            }
            double over = 0;
            double under = 0;
            for (int part : scope.parts()) {
                over += above[part * days + day];
                under += below[part * days + day];
            }
            if (under > 0) {
                numerators[units] = over;
                divisors[units++] = under;
            }
        }
        double[] usedNumerators = Arrays.copyOf(numerators, units);
        double[] usedDivisors = Arrays.copyOf(divisors, units);
        return new RateSample(
                Arrays.stream(usedNumerators).sum(),
                Arrays.stream(usedDivisors).sum(),
                coverage(stretch, scope),
                () -> RatioInterval.of(usedNumerators, usedDivisors, RateSample.LEVEL));
    }

    private Coverage coverage(int stretch, Scope scope) {
        int here = 0;
        int should = 0;
        for (int part : scope.parts()) {
            here += reporting[stretch * slice.parts().count() + part];
            should += expected[stretch * slice.parts().count() + part];
        }
        return new Coverage(slice.unit(), here, should, slice.items(stretch, scope));
    }
}
