package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What headers say of the calls that are left: `100, 100;w=1;name="…"`, of which the first number counts.
final class RateHeaders {
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,9})\\b.*");
    /// Limits are by the second and by the minute; what lasts longer is the day of an app with trial access.
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);

    private RateHeaders() {}

    /// For how long nothing may be called; empty where the answer does not say.
    static Optional<Duration> wait(ApiResponse response) {
        return number(response, "retry-after")
                .or(() -> number(response, "x-ratelimit-reset"))
                .map(Duration::ofSeconds);
    }

    static boolean isOfTheDay(Duration wait) {
        return wait.compareTo(LONGEST_WINDOW) > 0;
    }

    /// That of the day is of the app, others are of the endpoint.
    static List<Allowance> allowances(ApiResponse response, Instant now) {
        Optional<Long> limit = number(response, "x-ratelimit-limit").filter(calls -> calls > 0);
        Optional<Long> remaining = number(response, "x-ratelimit-remaining");
        if (limit.isEmpty() || remaining.isEmpty()) {
            return List.of();
        }
        double used = Math.clamp(1 - (double) remaining.get() / limit.get(), 0, 1);
        Optional<Duration> reset = number(response, "x-ratelimit-reset").map(Duration::ofSeconds);
        @Nullable Instant resetsAt = reset.map(now::plus).orElse(null);
        return List.of(
                reset.filter(RateHeaders::isOfTheDay).isPresent()
                        ? new Allowance(Fault.Scope.APP, null, used, resetsAt)
                        : new Allowance(Fault.Scope.ENDPOINT, response.endpoint(), used, resetsAt));
    }

    private static Optional<Long> number(ApiResponse response, String header) {
        return response.header(header)
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(found -> Long.valueOf(found.group(1)));
    }
}
