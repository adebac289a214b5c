package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How many calls are left, as each answer says in its headers. They are counted by the address that calls; what one
/// server says must not hold others up, so that it counts for the sign-in alone.
final class BlueskyLimits {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /// No limit lasts longer, whatever a server says.
    private static final Duration LONGEST = Duration.ofDays(1);

    private BlueskyLimits() {}

    static List<Allowance> of(ApiResponse response, Instant now) {
        Optional<Long> limit = number(response, "ratelimit-limit").filter(calls -> calls > 0);
        Optional<Long> left = number(response, "ratelimit-remaining");
        if (limit.isEmpty() || left.isEmpty()) {
            return List.of();
        }
        double used = 1 - (double) left.get() / limit.get();
        return List.of(new Allowance(Fault.Scope.ACCOUNT, null, Math.clamp(used, 0, 1), resetsAt(response, now)));
    }

    static Instant resetsAt(ApiResponse response, Instant now) {
        Instant told = number(response, "retry-after")
                .map(now::plusSeconds)
                .or(() -> number(response, "ratelimit-reset").map(Instant::ofEpochSecond))
                .orElse(now.plus(WINDOW));
        Instant latest = now.plus(LONGEST);
        return told.isAfter(latest) ? latest : told;
    }

    private static Optional<Long> number(ApiResponse response, String header) {
        return response.header(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::valueOf);
    }
}
