package io.tidemark.analytics;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two parameters that name the first and the last day of a period.
///
/// @param first the name of the one
/// @param last the name of the other
record GivenDates(String first, String last) {
    private static final Sentence MISSING =
            Sentence.of("date_missing", "{name} is missing: {other} needs it beside it.");
    private static final Sentence IMPLAUSIBLE =
            Sentence.of("date_implausible", "'{value}' is no plausible date for {name}.");
    private static final Sentence TOO_FAR_APART = Sentence.of(
            "dates_too_far_apart",
            "{from} and {to} are more than {years} years apart; ask for less, or for range=all.");

    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 9000;

    /// Null when neither date is given.
    ///
    /// @throws BadQuery on a date that is none, one without the other, dates in the wrong order or too far apart
    @Nullable
    Period period(@Nullable String firstText, @Nullable String lastText) {
        if (firstText == null && lastText == null) {
            return null;
        }
        LocalDate from = date(first, firstText, last);
        LocalDate to = date(last, lastText, first);
        if (to.isBefore(from)) {
            throw BadQuery.exchanged(last, from, to);
        }
        if (to.isAfter(from.plusYears(PeriodChoice.MOST_YEARS))) {
            throw BadQuery.of(
                    first,
                    TOO_FAR_APART.said(Map.of(
                            "from", Value.day(from),
                            "to", Value.day(to),
                            "years", Value.count(PeriodChoice.MOST_YEARS))));
        }
        return new Period(from, to);
    }

    private static LocalDate date(String name, @Nullable String text, String other) {
        if (text == null) {
            throw BadQuery.of(name, MISSING.said(Map.of("name", Value.name(name), "other", Value.name(other))));
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
                throw BadQuery.of(
                        name, IMPLAUSIBLE.said(Map.of("value", BadQuery.echo(text), "name", Value.name(name))));
            }
            return date;
        } catch (DateTimeParseException notADate) {
            throw BadQuery.noDate(name, text);
        }
    }
}
