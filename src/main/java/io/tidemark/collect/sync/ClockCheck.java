package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// Compares our clock with the platforms', by the `Date` of their answers (RFC 9110, 6.6.1): a reading with a time that
/// is wrong would stay the newest, or the oldest, for ever.
///
/// @param tolerance by how much the two may differ
record ClockCheck(Duration tolerance) {
    private static final Sentence BEHIND = Sentence.of(
            "clock_behind",
            "The clock of this server is {off} behind the platform's. Set it right (most systems do so by NTP): until then nothing is stored, since every reading would carry a wrong time.");
    private static final Sentence AHEAD = Sentence.of(
            "clock_ahead",
            "The clock of this server is {off} ahead of the platform's. Set it right (most systems do so by NTP): until then nothing is stored, since every reading would carry a wrong time.");
    private static final Sentence DAYS = Sentence.counting("days_off", "{n} day", "{n} days");
    private static final Sentence HOURS = Sentence.counting("hours_off", "{n} hour", "{n} hours");
    private static final Sentence MINUTES = Sentence.counting("minutes_off", "{n} minute", "{n} minutes");

    /// @return what is wrong with our clock; empty where nothing is, or the answer does not tell
    Optional<Fault> of(ApiResponse response, Instant now) {
        return said(response)
                .map(theirs -> Duration.between(theirs, now))
                .filter(ahead -> ahead.abs().compareTo(tolerance) > 0)
                .map(ClockCheck::wrong);
    }

    private static Fault wrong(Duration ahead) {
        return new Fault.Misconfigured(
                (ahead.isNegative() ? BEHIND : AHEAD).said(Map.of("off", Value.clause(words(ahead.abs())))));
    }

    private static Said words(Duration off) {
        if (off.toDays() >= 2) {
            return DAYS.said(Map.of("n", Value.count(off.toDays())));
        }
        return off.toHours() >= 2
                ? HOURS.said(Map.of("n", Value.count(off.toHours())))
                : MINUTES.said(Map.of("n", Value.count(off.toMinutes())));
    }

    /// An answer from a cache says for how long it lay there.
    private static Optional<Instant> said(ApiResponse response) {
        try {
            Optional<Instant> date = response.header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            long age = response.header("age").map(Long::parseLong).orElse(0L);
            return date.map(instant -> instant.plusSeconds(age));
        } catch (DateTimeParseException | NumberFormatException ignored) {
            // A date that nobody can read tells nothing of our clock.
            return Optional.empty();
        }
    }
}
