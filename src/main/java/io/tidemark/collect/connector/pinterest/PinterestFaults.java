package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of Pinterest mean that are no success. The status decides.
final class PinterestFaults {
    private static final int LONGEST = 300;
    /// The analytics of several pins refuse with it, and with the status of a bad token, what is not permitted.
    private static final int NOT_AUTHORIZED = 7;

    /// Where nothing says how long: limits are by the minute.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;

    PinterestFaults(InstantSource clock) {
        this.clock = clock;
    }

    /// Null where all is well.
    @Nullable
    Fault of(ApiResponse response) {
        JsonNode body = response.body();
        int status = response.status();
        if (status / 100 == 2) {
            return body == null ? new Fault.Unreadable(Saying.notItsApi("Pinterest", status)) : null;
        }
        Said said = said(status, body);
        return switch (status) {
            case 401 -> code(body) == NOT_AUTHORIZED ? new Fault.NotPermitted(said) : new Fault.TokenExpired(said);
            case 403 -> new Fault.NotPermitted(said);
            case 404 -> new Fault.NotFound(said);
            case 429 -> limited(said, response);
            case 400 -> refused(said);
            default -> status / 100 == 5 ? new Fault.Passing(said) : new Fault.Unreadable(said);
        };
    }

    /// An app with trial access has a thousand calls a day, which is another thing than too many in a minute.
    private Fault limited(Said said, ApiResponse response) {
        Instant now = clock.instant();
        Optional<Duration> wait = RateHeaders.wait(response);
        if (wait.filter(RateHeaders::isOfTheDay).isPresent()) {
            return new Fault.QuotaSpent(said, now.plus(wait.get()));
        }
        if (wait.isEmpty() && said.english().toLowerCase(Locale.ROOT).contains("trial")) {
            return new Fault.QuotaSpent(said, null);
        }
        return new Fault.RateLimited(said, Fault.Scope.ACCOUNT, now.plus(wait.orElse(MINUTE)));
    }

    private static Fault refused(Said said) {
        if (!said.english().contains("metric")) {
            return new Fault.Unreadable(said);
        }
        Set<String> named = Arrays.stream(said.english().split("\\W+", -1))
                .filter(PinNumbers.NAMES::contains)
                .collect(Collectors.toSet());
        return new Fault.MetricRefused(said, named);
    }

    private static int code(@Nullable JsonNode body) {
        return body == null ? 0 : body.path("code").asInt(0);
    }

    private static Said said(int status, @Nullable JsonNode body) {
        String message = body == null ? "" : body.path("message").asString("").strip();
        return message.isEmpty()
                ? Saying.answers("Pinterest", Integer.toString(status), "")
                : Saying.says("Pinterest", message.substring(0, Math.min(message.length(), LONGEST)));
    }
}
