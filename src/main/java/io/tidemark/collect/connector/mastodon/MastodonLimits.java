package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the headers say of the calls that are left. Every server sets limits of its own, so that none holds beyond a
/// sign-in.
final class MastodonLimits {
    private MastodonLimits() {}

    static List<Allowance> of(ApiResponse response) {
        Optional<Long> limit = number(response, "x-ratelimit-limit").filter(calls -> calls > 0);
        Optional<Long> remaining = number(response, "x-ratelimit-remaining");
        if (limit.isEmpty() || remaining.isEmpty()) {
            return List.of();
        }
        double used = 1 - (double) remaining.get() / limit.get();
        return List.of(new Allowance(Fault.Scope.ACCOUNT, null, Math.clamp(used, 0, 1), resetsAt(response)));
    }

    /// A time, where other platforms write seconds.
    static @Nullable Instant resetsAt(ApiResponse response) {
        try {
            return response.header("x-ratelimit-reset")
                    .map(text -> Instant.parse(text.strip()))
                    .orElse(null);
        } catch (DateTimeException _) {
            // A header that is no time says nothing.
            return null;
        }
    }

    private static Optional<Long> number(ApiResponse response, String header) {
        return response.header(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }
}
