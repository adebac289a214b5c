package io.tidemark.analytics;

import io.tidemark.words.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a period is compared with.
///
/// @param custom the days of [Rule#CUSTOM], null with every other rule
public record Comparison(Rule rule, @Nullable Period custom) {
    private static final Sentence DATES_NEEDED =
            Sentence.of("comparison_dates_needed", "compare=custom needs compare_from and compare_to.");
    private static final Sentence DATES_NOT_NEEDED =
            Sentence.of("comparison_dates_not_needed", "compare_from and compare_to go with compare=custom only.");

    public static final Comparison DEFAULT = new Comparison(Rule.PREVIOUS_PERIOD, null);

    /// How the days to compare with are found.
    public enum Rule {
        /// A whole month, quarter or year with the previous whole one, several units with as many before; a named unit
        /// to date with as many days of the previous unit; else the same number of days before.
        PREVIOUS_PERIOD,
        /// Shifted back by whole weeks, at least by the period's length.
        SAME_WEEKDAYS,
        /// The same dates a year before.
        PREVIOUS_YEAR,
        CUSTOM,
        NONE;

        /// The stable name in the API.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Comparison {
        if ((rule == Rule.CUSTOM) != (custom != null)) {
            throw new IllegalArgumentException("Days to compare with go with the custom rule, and only with that");
        }
    }

    public static Comparison of(Rule rule) {
        return new Comparison(rule, null);
    }

    /// Reads the parameters `compare`, `compare_from` and `compare_to`.
    ///
    /// @throws BadQuery on an unknown rule, and on dates that are missing, impossible or given without `custom`
    static Comparison parse(@Nullable String compare, @Nullable String from, @Nullable String to) {
        Rule rule = compare == null ? Rule.PREVIOUS_PERIOD : parseRule(compare);
        Period dates = new GivenDates("compare_from", "compare_to").period(from, to);
        if (rule == Rule.CUSTOM && dates == null) {
            throw BadQuery.of("compare_from", DATES_NEEDED.said());
        }
        if (rule != Rule.CUSTOM && dates != null) {
            throw BadQuery.of("compare_from", DATES_NOT_NEEDED.said());
        }
        return new Comparison(rule, dates);
    }

    private static Rule parseRule(String text) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.key().equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> keys =
                            Arrays.stream(Rule.values()).map(Rule::key).toList();
                    return BadQuery.noneOf("compare", text, keys);
                });
    }

    /// The days to compare with, uncut; empty where nothing is compared.
    ///
    /// @param choice how the period was asked for: only a named unit to date compares with a part of one
    Optional<Period> with(Period period, PeriodChoice choice, DayOfWeek weekStart) {
        if (choice instanceof PeriodChoice.Named(Range range) && range == Range.ALL) {
            return Optional.empty();
        }
        return switch (rule) {
            case PREVIOUS_PERIOD -> Optional.of(previous(period, choice, weekStart));
            case SAME_WEEKDAYS -> {
                int weeks = (period.days() + 6) / 7;
                yield Optional.of(
                        new Period(period.from().minusWeeks(weeks), period.to().minusWeeks(weeks)));
            }
            case PREVIOUS_YEAR -> Optional.of(yearBefore(period));
            case CUSTOM -> Optional.ofNullable(custom);
            case NONE -> Optional.empty();
        };
    }

    private static Period previous(Period period, PeriodChoice choice, DayOfWeek weekStart) {
        if (choice instanceof PeriodChoice.Last last) {
            return last.before(period);
        }
        Optional<CalendarUnit> whole = wholeUnit(period);
        if (whole.isPresent()) {
            CalendarUnit unit = whole.get();
            return unit.whole(unit.plus(period.from(), -1));
        }
        CalendarUnit toDate = choice instanceof PeriodChoice.Named(Range range) ? range.unitToDate() : null;
        if (toDate != null) {
            Period unit = toDate.whole(toDate.plus(toDate.start(period.from(), weekStart), -1));
            return Period.ofDays(unit.from(), Math.min(period.days(), unit.days()));
        }
        return Period.ofDays(period.from().minusDays(period.days()), period.days());
    }

    /// A whole month stays whole, also where February has another length. Otherwise 29 February becomes the 28th.
    private static Period yearBefore(Period period) {
        LocalDate from = period.from().minusYears(1);
        return wholeUnit(period)
                .map(unit -> unit.whole(from))
                .orElseGet(() -> new Period(from, period.to().minusYears(1)));
    }

    private static Optional<CalendarUnit> wholeUnit(Period period) {
        return Arrays.stream(CalendarUnit.values())
                .filter(unit -> unit.isWhole(period))
                .findFirst();
    }
}
