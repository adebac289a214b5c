package io.tidemark.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which days a question is about: a range by name, or dates.
public sealed interface PeriodChoice {
    /// The longest period of explicit dates. Platforms are not older, and every day may become a point of a chart.
    int MOST_YEARS = 20;

    record Named(Range range) implements PeriodChoice {}

    record Dates(Period period) implements PeriodChoice {}

    /// The last days up to yesterday, or so many whole units before the present one.
    ///
    /// @param unit null for days
    record Last(int count, @Nullable CalendarUnit unit) implements PeriodChoice {
        private static final Pattern SPELLING = Pattern.compile("last_([1-9]\\d{0,3})_(day|week|month|quarter|year)s?");

        /// How it is written, for people who wrote something else.
        private static final String EXAMPLE = "last_6_weeks";

        private static Optional<PeriodChoice> find(String text) {
            Matcher matcher = SPELLING.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int count = Integer.parseInt(matcher.group(1));
            Last last = new Last(count, CalendarUnit.find(matcher.group(2)).orElse(null));
            LocalDate anyDay = LocalDate.EPOCH;
            if (last.resolve(anyDay, DayOfWeek.MONDAY, null).from().isBefore(anyDay.minusYears(MOST_YEARS + 1L))) {
                throw BadQuery.of(
                        "range",
                        "%s is more than %d years; ask for less, or for range=all.".formatted(text, MOST_YEARS));
            }
            return Optional.of(last);
        }

        private Period resolve(LocalDate today, DayOfWeek weekStart) {
            if (unit == null) {
                return Period.ofDays(today.minusDays(count), count);
            }
            LocalDate present = unit.start(today, weekStart);
            return new Period(unit.plus(present, -count), present.minusDays(1));
        }

        /// As many units before those.
        Period before(Period period) {
            return unit == null
                    ? Period.ofDays(period.from().minusDays(count), count)
                    : new Period(unit.plus(period.from(), -count), period.from().minusDays(1));
        }
    }

    static PeriodChoice byDefault() {
        return new Named(Range.LAST_28_DAYS);
    }

    /// Reads the parameters `range`, `from` and `to`; without any of them the default range.
    ///
    /// @throws BadQuery on an unknown range, a date that is none, one date without the other, dates beside a range,
    ///     dates in the wrong order or too far apart
    static PeriodChoice parse(@Nullable String range, @Nullable String from, @Nullable String to) {
        if (range != null && (from != null || to != null)) {
            throw BadQuery.of("range", "Give either range or from and to, not both.");
        }
        if (range != null) {
            return Range.find(range)
                    .<PeriodChoice>map(Named::new)
                    .or(() -> Last.find(range))
                    .orElseThrow(() -> BadQuery.noneOf("range", range, allowed()));
        }
        Period dates = parseDates("from", from, "to", to);
        return dates == null ? byDefault() : new Dates(dates);
    }

    private static List<String> allowed() {
        return Stream.concat(Range.keys().stream(), Stream.of(Last.EXAMPLE)).toList();
    }

    /// Null when neither date is given.
    static @Nullable Period parseDates(
            String fromName, @Nullable String fromText, String toName, @Nullable String toText) {
        if (fromText == null && toText == null) {
            return null;
        }
        LocalDate from = parseDate(fromName, fromText, toName);
        LocalDate to = parseDate(toName, toText, fromName);
        if (to.isBefore(from)) {
            throw BadQuery.of(
                    toName, "%s %s lies before %s %s; exchange the two.".formatted(toName, to, fromName, from));
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw BadQuery.of(
                    fromName,
                    "%s %s and %s %s are more than %d years apart; ask for less, or for range=all."
                            .formatted(fromName, from, toName, to, MOST_YEARS));
        }
        return new Period(from, to);
    }

    private static LocalDate parseDate(String name, @Nullable String text, String other) {
        if (text == null) {
            throw BadQuery.of(name, "%s is missing: %s needs it beside it.".formatted(name, other));
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1970 || date.getYear() > 9000) {
                throw BadQuery.of(name, "'%s' is no plausible date for %s.".formatted(text, name));
            }
            return date;
        } catch (DateTimeParseException notADate) {
            throw BadQuery.of(
                    name,
                    "'%s' is not a date; write %s as YYYY-MM-DD, such as 2026-10-31."
                            .formatted(BadQuery.shortened(text), name));
        }
    }

    /// The days meant.
    ///
    /// @param extent the days that hold data, null where there is none
    default Period resolve(LocalDate today, DayOfWeek weekStart, @Nullable Period extent) {
        return switch (this) {
            case Named(Range range) -> range.resolve(today, weekStart, extent);
            case Dates(Period period) -> period;
            case Last last -> last.resolve(today, weekStart);
        };
    }
}
