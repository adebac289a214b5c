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
        for (int account = 0; account < choice.length; account++) {
            boolean expects = expects(account, numerator, choice[account]);
            if (expects) {
                addExpected(account, choice[account]);
            }
            if (slice.parts().ofAccount(account) != Parts.NONE) {
                add(account, slice.side(choice[account]), numerator, expects);
            }
        }
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

    private void add(int account, ActivitySlice.Side side, Measure numerator, boolean expects) {
        Measure denominator = denominators[account];
        Column column = side.rows.column(numerator);
        Column divisors = denominator == null || isLevel(denominator) ? null : side.rows.column(denominator);
        if (denominator == null
                || column == null
                || !side.rows.reports(account, numerator)
                || (divisors == null && !isLevel(denominator))) {
            return;
        }
        int offset = slice.parts().ofAccount(account) * days
                - slice.stretches().period().firstDay();
        DayFrame.Run run = side.run(account);
        for (int place = run.from(); place < run.end(); place++) {
            int row = run.rows()[place];
            int group = side.group(row);
            double value = column.value(row);
            if (group == Parts.NONE || Double.isNaN(value)) {
                continue;
            }
            double by = divisors == null ? followers.at(account, side.rows.day(row)) : divisors.value(row);
            if (!Double.isNaN(by)) {
                int day = offset + side.rows.day(row);
                above[day] += value;
                below[day] += by;
                reporting[group]++;
                expected[group] += expects ? 0 : 1;
            }
        }
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
