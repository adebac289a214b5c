package io.tidemark.analytics.activity;

import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;

/// Tells whether a platform restated a day of an account: it says another number than it said when the day had settled,
/// and by more than what is let pass of a counter, 2 and one in a hundred.
public final class DayRevision {
    private DayRevision() {}

    /// @param formerAt when the former number was observed
    public static boolean isRestatement(
            Platform platform, LocalDate day, Instant formerAt, double former, double value) {
        return !formerAt.isBefore(platform.settledAt(day)) && CounterSeries.isRemarkable(former, value);
    }
}
