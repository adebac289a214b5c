package io.tidemark.analytics;

import io.tidemark.frame.DayFrame;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.Arrays;

/// Tells whether a platform may still have revised a day when it was last observed.
///
/// A day is settled once the platform's settle lag has passed since its end in the platform's own zone. The moments are
/// remembered for the last day asked for, since rows come ordered by day.
final class Settlement {
    /// A post that has grown for a week gains little more: a day that was left open by its last reading no longer waits
    /// for the next one.
    private static final int DAYS_OF_FREQUENT_READS = 7;

    /// What happened on posts on an older day is settled, whatever the platform.
    private static final int MOST_DAYS =
            Arrays.stream(Platform.values()).mapToInt(Platform::settleDays).reduce(DAYS_OF_FREQUENT_READS, Math::max);

    private static final long SECONDS_PER_DAY = 86_400;
    /// No zone's day starts farther from that of UTC, leaps over the date line included.
    private static final long FARTHEST = 3 * SECONDS_PER_DAY;

    private final View view;
    private final int today;
    private final int[] days = new int[Platform.values().length];
    private final long[] settledAt = new long[Platform.values().length];

    Settlement(View view) {
        this.view = view;
        today = Math.toIntExact(view.today().toEpochDay());
        Arrays.fill(days, Integer.MIN_VALUE);
    }

    /// @param source of the rows, as in [ActivitySources]
    boolean isProvisional(DayFrame rows, int row, byte source) {
        int day = rows.day(row);
        if (source == ActivitySources.POSTS) {
            return day + MOST_DAYS >= today
                    && (isRecent(view.platform(rows.account(row)), day)
                            || (rows.isOpen(row) && day + DAYS_OF_FREQUENT_READS >= today));
        }
        return isEarly(view.platform(rows.account(row)), day, rows.observedAt(row));
    }

    /// Most days were observed long before or after they settled, in whatever zone: that saves reckoning with zones.
    private boolean isEarly(Platform platform, int day, long observedAt) {
        long about = (day + 1L + platform.settleDays()) * SECONDS_PER_DAY;
        return Math.abs(observedAt - about) > FARTHEST ? observedAt < about : observedAt < settledAt(platform, day);
    }

    /// Whether what happened on posts may still be counted for a day of the business's zone: a platform hands counters
    /// out late, too.
    private boolean isRecent(Platform platform, int day) {
        return day + platform.settleDays() >= today;
    }

    private long settledAt(Platform platform, int day) {
        int index = platform.ordinal();
        if (days[index] != day) {
            days[index] = day;
            settledAt[index] = platform.settledAt(LocalDate.ofEpochDay(day)).getEpochSecond();
        }
        return settledAt[index];
    }
}
