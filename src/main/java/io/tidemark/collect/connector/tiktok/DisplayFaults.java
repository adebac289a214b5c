package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What answers of the Display API mean. Each tells a code, `ok` where all is well.
final class DisplayFaults {
    private static final Sentence NO_SCOPE = Sentence.of(
            "tiktok_permission_off",
            "TikTok lets people switch permissions off one by one: sign in again and leave all of them on.");

    private final InstantSource clock;

    DisplayFaults(InstantSource clock) {
        this.clock = clock;
    }

    @Nullable
    Fault of(ApiResponse response) {
        JsonNode body = response.body();
        JsonNode error = body == null ? MissingNode.getInstance() : body.path("error");
        String code = error.path("code").asString("");
        if (response.status() / 100 == 2 && code.equals("ok")) {
            return null;
        }
        String message = error.path("message").asString("");
        Said said = Saying.answers("TikTok", Integer.toString(response.status()), (code + " " + message).strip());
        return switch (code) {
            case "access_token_invalid" -> new Fault.TokenExpired(said);
            case "scope_not_authorized" -> ofScope(response.endpoint(), said.and(NO_SCOPE.said()));
            case "scope_permission_missed" ->
                isOfUser(response) ? new Fault.NotPermitted(said) : new Fault.Misconfigured(said);
            case "rate_limit_exceeded" -> limited(response, said);
            case "internal_error" -> new Fault.Passing(said);
            case "invalid_params" -> ofParameters(response, said);
            default -> ofStatus(response, said);
        };
    }

    /// Without videos there is nothing to collect; what is missing of the account is left out.
    private static Fault ofScope(String endpoint, Said said) {
        return endpoint.equals(DisplayCalls.USER) ? new Fault.NotPermitted(said) : new Fault.SignInGone(said);
    }

    private static boolean isOfUser(ApiResponse response) {
        return response.endpoint().equals(DisplayCalls.USER);
    }

    private static Fault ofParameters(ApiResponse response, Said said) {
        Set<String> metrics = Names.in(said.english());
        if (!metrics.isEmpty()) {
            return new Fault.MetricRefused(said, metrics);
        }
        return response.endpoint().equals(DisplayCalls.QUERY)
                ? new Fault.BatchRefused(said)
                : new Fault.Misconfigured(said);
    }

    private Fault ofStatus(ApiResponse response, Said said) {
        return switch (response.status()) {
            case 401 -> new Fault.TokenExpired(said);
            case 429 -> limited(response, said);
            default ->
                response.status() / 100 == 5
                        ? new Fault.Passing(said)
                        : new Fault.Unreadable(Saying.notItsApi("TikTok", response.status()));
        };
    }

    private Fault limited(ApiResponse response, Said said) {
        return new Fault.RateLimited(said, Fault.Scope.ENDPOINT, Waits.until(response, clock.instant()));
    }
}
