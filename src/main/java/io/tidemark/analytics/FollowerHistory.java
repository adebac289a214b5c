package io.tidemark.analytics;

import io.tidemark.frame.Column;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/// The follower counts that were read of every account, in view or not, by day. A level holds until the next one is
/// read.
public final class FollowerHistory {
    private final int[][] days;
    private final double[][] levels;
    private final BitSet[] imported;

    public FollowerHistory(View view) {
        DayFrame rows = view.days();
        Column followers = Objects.requireNonNullElseGet(
                rows.column(Measure.of(Metric.FOLLOWERS)), () -> Column.missing(rows.size()));
        int[] sizes = new int[view.accountCount()];
        for (int row = 0; row < rows.size(); row++) {
            sizes[rows.account(row)] += isRead(followers, row) ? 1 : 0;
        }
        days = new int[sizes.length][];
        levels = new double[sizes.length][];
        imported = new BitSet[sizes.length];
        for (int account = 0; account < sizes.length; account++) {
            days[account] = new int[sizes[account]];
            levels[account] = new double[sizes[account]];
            imported[account] = new BitSet();
        }
        Arrays.fill(sizes, 0);
        for (int row = 0; row < rows.size(); row++) {
            if (isRead(followers, row)) {
                int account = rows.account(row);
                days[account][sizes[account]] = rows.day(row);
                imported[account].set(sizes[account], rows.hasImportedFollowers(row));
                levels[account][sizes[account]++] = followers.value(row);
            }
        }
    }

    private static boolean isRead(Column followers, int row) {
        return !Double.isNaN(followers.value(row));
    }

    /// The last level read on or before an epoch day, `NaN` where there is none.
    public double at(int account, int day) {
        int read = readAt(account, day);
        return read < 0 ? Double.NaN : levels[account][read];
    }

    /// Walks along days that never go back, without searching.
    final class Walk {
        private final int[] next = new int[days.length];

        /// The last level read on or before an epoch day, which is no earlier than the last one asked for of the
        /// account; `NaN` where there is none.
        double at(int account, int day) {
            int[] read = days[account];
            int place = next[account];
            while (place < read.length && read[place] <= day) {
                place++;
            }
            next[account] = place;
            return place == 0 ? Double.NaN : levels[account][place - 1];
        }
    }

    Walk walk() {
        return new Walk();
    }

    /// The last level read on a day of a period, `NaN` where none was: nothing is carried forward into it.
    double within(int account, Period period) {
        int read = readAt(account, period.endDay() - 1);
        return read >= 0 && days[account][read] >= period.firstDay() ? levels[account][read] : Double.NaN;
    }

    /// Whether an export file said the last level read on a day of a period, in which there must be one.
    boolean isImported(int account, Period period) {
        return imported[account].get(readAt(account, period.endDay() - 1));
    }

    /// Whether none was read in a period, but before and after it.
    boolean skips(int account, Period period) {
        int read = readAt(account, period.endDay() - 1);
        return read >= 0 && days[account][read] < period.firstDay() && read + 1 < days[account].length;
    }

    /// The level with which a period starts: the last one before its first day, else that of the first day itself.
    double before(int account, int firstDay) {
        double level = at(account, firstDay - 1);
        return Double.isNaN(level) ? at(account, firstDay) : level;
    }

    /// The epoch day on which the level of a day was read, before which there must be one.
    int dayRead(int account, int day) {
        return days[account][readAt(account, day)];
    }

    private int readAt(int account, int day) {
        int found = Arrays.binarySearch(days[account], day);
        return found >= 0 ? found : -found - 2;
    }
}
