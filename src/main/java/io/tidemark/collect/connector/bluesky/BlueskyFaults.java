package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of Bluesky mean that are no success. Its servers name the reason in a word.
final class BlueskyFaults {
    private static final Sentence CLOCK = Sentence.of("is_clock_right", "Is this machine's clock right?");

    private static final int LONGEST = 500;

    private static final Set<String> TOKEN = Set.of("ExpiredToken", "InvalidToken", "invalid_token");
    /// Another nonce is wanted in a proof than the one that was told just now (RFC 9449).
    private static final String NONCE = "use_dpop_nonce";

    private static final String PROOF = "invalid_dpop_proof";
    private static final Set<String> NOT_SHOWN = Set.of(
            "AccountTakedown",
            "AccountSuspended",
            "AccountDeactivated",
            "RepoTakendown",
            "RepoDeactivated",
            "BlockedActor",
            "BlockedByActor");

    private BlueskyFaults() {}

    /// Null where all is well.
    static @Nullable Fault of(ApiResponse response, Instant now) {
        JsonNode body = response.body();
        int status = response.status();
        if (status / 100 == 2) {
            return body != null && isExpected(response.endpoint(), body) ? null : unreadable(status);
        }
        String error = body == null ? "" : body.path("error").asString("");
        Said said = said(status, error, body);
        if (status == 429 || error.equals("RateLimitExceeded")) {
            return new Fault.RateLimited(said, Fault.Scope.ACCOUNT, BlueskyLimits.resetsAt(response, now));
        }
        if (status / 100 == 5) {
            return new Fault.Passing(said);
        }
        if (error.isEmpty()) {
            return unreadable(status);
        }
        if (TOKEN.contains(error)) {
            return new Fault.TokenExpired(said);
        }
        if (error.equals(NONCE)) {
            return new Fault.Passing(said);
        }
        if (error.equals(PROOF)) {
            return new Fault.Misconfigured(said.and(CLOCK.said()));
        }
        if (NOT_SHOWN.contains(error) || status == 401 || status == 403) {
            return new Fault.NotPermitted(said);
        }
        return status == 400 ? badRequest(response.endpoint(), said) : new Fault.Unreadable(said);
    }

    private static boolean isExpected(String endpoint, JsonNode body) {
        return switch (endpoint) {
            case BlueskyCalls.FEED -> body.path("feed").isArray();
            case BlueskyCalls.POSTS -> body.path("posts").isArray();
            case BlueskyCalls.PROFILE -> body.path("did").isString();
            default -> body.isObject();
        };
    }

    /// All that is not understood is called `InvalidRequest`: the sentence tells more.
    private static Fault badRequest(String endpoint, Said said) {
        String lower = said.english().toLowerCase(Locale.ROOT);
        if (lower.contains("not found")) {
            return new Fault.NotFound(said);
        }
        boolean inParts = endpoint.equals(BlueskyCalls.POSTS) || lower.contains("cursor");
        return inParts ? new Fault.BatchRefused(said) : new Fault.Unreadable(said);
    }

    private static Said said(int status, String error, @Nullable JsonNode body) {
        String message = body == null ? "" : body.path("message").asString("");
        String plain = message.replaceAll("\\p{Cntrl}+", " ");
        return Saying.answers(
                "Bluesky",
                error.isEmpty() ? Integer.toString(status) : status + " (" + error + ")",
                plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    private static Fault unreadable(int status) {
        return new Fault.Unreadable(Saying.notItsApi("Bluesky", status));
    }
}
