package io.tidemark.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long the periods of stored summaries are. Weeks begin where the business's do, all others with the calendar.
public enum SummaryPeriod {
    DAY(null),
    WEEK(CalendarUnit.WEEK),
    MONTH(CalendarUnit.MONTH),
    QUARTER(CalendarUnit.QUARTER),
    YEAR(CalendarUnit.YEAR);

    private final @Nullable CalendarUnit unit;

    SummaryPeriod(@Nullable CalendarUnit unit) {
        this.unit = unit;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The first day of the period that a day lies in.
    public int start(int epochDay, DayOfWeek weekStart) {
        return unit == null
                ? epochDay
                : Math.toIntExact(
                        unit.start(LocalDate.ofEpochDay(epochDay), weekStart).toEpochDay());
    }
}
