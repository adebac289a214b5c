package io.tidemark.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A stretch of the calendar that people compare as a whole.
public enum CalendarUnit {
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    static Optional<CalendarUnit> find(String key) {
        return Arrays.stream(values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }

    /// The first day of the unit that a day lies in.
    public LocalDate start(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /// The first day of the unit that is a number of units after the one that starts on `start`.
    public LocalDate plus(LocalDate start, int units) {
        return switch (this) {
            case WEEK -> start.plusWeeks(units);
            case MONTH -> start.plusMonths(units);
            case QUARTER -> start.plusMonths(3L * units);
            case YEAR -> start.plusYears(units);
        };
    }

    /// The whole unit that starts on a day.
    public Period whole(LocalDate start) {
        return new Period(start, plus(start, 1).minusDays(1));
    }

    /// Whether a period is one whole unit. Weeks are left to the caller, since any seven days are as long as one.
    boolean isWhole(Period period) {
        return this != WEEK
                && start(period.from(), DayOfWeek.MONDAY).equals(period.from())
                && whole(period.from()).equals(period);
    }
}
