package io.tidemark.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A period by name, relative to today in the business's zone.
public enum Range {
    TODAY(0),
    YESTERDAY(1),
    LAST_7_DAYS(7),
    LAST_28_DAYS(28),
    LAST_30_DAYS(30),
    LAST_90_DAYS(90),
    LAST_365_DAYS(365),
    THIS_WEEK(CalendarUnit.WEEK, true),
    THIS_MONTH(CalendarUnit.MONTH, true),
    THIS_QUARTER(CalendarUnit.QUARTER, true),
    THIS_YEAR(CalendarUnit.YEAR, true),
    LAST_WEEK(CalendarUnit.WEEK, false),
    LAST_MONTH(CalendarUnit.MONTH, false),
    LAST_QUARTER(CalendarUnit.QUARTER, false),
    LAST_YEAR(CalendarUnit.YEAR, false),
    /// From the first to the last day of the data; compares with nothing.
    ALL(0);

    private final int days;
    private final @Nullable CalendarUnit unit;
    private final boolean toDate;

    Range(int days) {
        this.days = days;
        this.unit = null;
        this.toDate = false;
    }

    Range(CalendarUnit unit, boolean toDate) {
        this.days = 0;
        this.unit = unit;
        this.toDate = toDate;
    }

    /// The stable name in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Range> find(String key) {
        return Arrays.stream(values()).filter(r -> r.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Range::key).toList();
    }

    /// The unit of the calendar that the range covers up to today; null for one that is over.
    @Nullable
    CalendarUnit unitToDate() {
        return toDate ? unit : null;
    }

    /// The days of the range. A range of days ends yesterday; a unit to date ends today; a last unit is whole.
    ///
    /// @param extent the days that hold data, null where there is none; [#ALL] is then today alone
    public Period resolve(LocalDate today, DayOfWeek weekStart, @Nullable Period extent) {
        if (unit != null) {
            LocalDate start = unit.start(today, weekStart);
            return toDate ? new Period(start, today) : unit.whole(unit.plus(start, -1));
        }
        if (this == ALL) {
            return extent == null ? new Period(today, today) : extent;
        }
        return this == TODAY ? new Period(today, today) : Period.ofDays(today.minusDays(days), days);
    }
}
