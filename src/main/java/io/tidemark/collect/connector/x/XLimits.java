package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the headers say of the calls that are left in the quarter of an hour.
final class XLimits {
    private XLimits() {}

    static List<Allowance> of(ApiResponse response) {
        Optional<Long> limit = number(response, "x-rate-limit-limit").filter(calls -> calls > 0);
        Optional<Long> remaining = number(response, "x-rate-limit-remaining");
        if (limit.isEmpty() || remaining.isEmpty()) {
            return List.of();
        }
        double used = 1 - (double) remaining.get() / limit.get();
        return List.of(
                new Allowance(Fault.Scope.ENDPOINT, response.endpoint(), Math.clamp(used, 0, 1), resetsAt(response)));
    }

    static @Nullable Instant resetsAt(ApiResponse response) {
        return number(response, "x-rate-limit-reset")
                .map(Instant::ofEpochSecond)
                .orElse(null);
    }

    /// A date, or seconds after that of the answer.
    static @Nullable Instant retryAfter(ApiResponse response) {
        Optional<Long> seconds = number(response, "retry-after");
        if (seconds.isEmpty()) {
            return date(response, "retry-after");
        }
        Instant answered = date(response, "date");
        return answered == null ? null : answered.plusSeconds(seconds.get());
    }

    private static @Nullable Instant date(ApiResponse response, String header) {
        try {
            return response.header(header)
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException _) {
            // A header that is no date says nothing.
            return null;
        }
    }

    private static Optional<Long> number(ApiResponse response, String header) {
        return response.header(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }
}
