package io.tidemark.analytics;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        private static final Sentence TOO_LONG =
                Sentence.of("range_too_long", "{range} is more than {years} years; ask for less, or for range=all.");
        private static final Sentence OR_DATES =
                Sentence.of("range_or_dates", "Give either range or from and to, not both.");

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
                        "range", TOO_LONG.said(Map.of("range", Value.name(text), "years", Value.count(MOST_YEARS))));
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
            throw BadQuery.of("range", Last.OR_DATES.said());
        }
        if (range != null) {
            return Range.find(range)
                    .<PeriodChoice>map(Named::new)
                    .or(() -> Last.find(range))
                    .orElseThrow(() -> BadQuery.noneOf("range", range, allowed()));
        }
        Period dates = new GivenDates("from", "to").period(from, to);
        return dates == null ? byDefault() : new Dates(dates);
    }

    private static List<String> allowed() {
        return Stream.concat(Range.keys().stream(), Stream.of(Last.EXAMPLE)).toList();
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
