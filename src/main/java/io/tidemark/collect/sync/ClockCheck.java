package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Compares our clock with the platforms', by the `Date` of their answers (RFC 9110, 6.6.1): a reading with a time that
/// is wrong would stay the newest, or the oldest, for ever.
///
/// @param tolerance by how much the two may differ
record ClockCheck(Duration tolerance) {
    /// @return what is wrong with our clock; empty where nothing is, or the answer does not tell
    Optional<Fault> of(ApiResponse response, Instant now) {
        return said(response)
                .map(theirs -> Duration.between(theirs, now))
                .filter(ahead -> ahead.abs().compareTo(tolerance) > 0)
                .map(ClockCheck::wrong);
    }

    private static Fault wrong(Duration ahead) {
        return new Fault.Misconfigured(
                "The clock of this server is %s %s the platform's. Set it right (most systems do so by NTP): until then nothing is stored, since every reading would carry a wrong time."
                        .formatted(words(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of"));
    }

    private static String words(Duration off) {
        if (off.toDays() >= 2) {
            return off.toDays() + " days";
        }
        return off.toHours() >= 2 ? off.toHours() + " hours" : off.toMinutes() + " minutes";
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
