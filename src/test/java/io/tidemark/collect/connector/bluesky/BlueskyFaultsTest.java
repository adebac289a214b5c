package io.tidemark.collect.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Every documented refusal, and what answers say of limits.
class BlueskyFaultsTest {
    private static final Instant NOW = BlueskyScene.NOW;

    private final BlueskyConnector connector =
            new BlueskyConnector(ConnectorSettings.DEFAULT, Clock.fixed(NOW, ZoneOffset.UTC));

    private static ApiResponse response(
            String endpoint, int status, Map<String, String> headers, @Nullable String body) {
        return new ApiResponse(
                endpoint,
                status,
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                body == null ? null : JsonMapper.shared().readTree(body));
    }

    private Fault fault(String endpoint, int status, String error, String message) {
        String body = "{\"error\":\"%s\",\"message\":\"%s\"}".formatted(error, message);
        return Objects.requireNonNull(connector.fault(response(endpoint, status, Map.of(), body)));
    }

    @ParameterizedTest
    @CsvSource({
        "TokenExpired, GET app.bsky.feed.getPosts, 400, ExpiredToken, Token has expired",
        "TokenExpired, GET app.bsky.feed.getPosts, 401, InvalidToken, Token could not be verified",
        "TokenExpired, GET app.bsky.feed.getPosts, 401, invalid_token, Invalid DPoP key binding",
        "Passing, GET app.bsky.feed.getPosts, 401, use_dpop_nonce, Authorization server requires nonce in DPoP proof",
        "NotPermitted, GET app.bsky.feed.getPosts, 403, ScopeMissingError, Missing required scope",
        "NotPermitted, GET app.bsky.feed.getPosts, 401, AuthenticationRequired, Authentication Required",
        "NotPermitted, GET app.bsky.feed.getPosts, 401, AuthMissing, Authentication Required",
        "NotPermitted, GET app.bsky.actor.getProfile, 400, AccountTakedown, Account has been suspended",
        "NotPermitted, GET app.bsky.actor.getProfile, 400, AccountDeactivated, Account is deactivated",
        "NotPermitted, GET app.bsky.feed.getAuthorFeed, 400, BlockedActor, Requester has blocked actor",
        "NotPermitted, GET app.bsky.feed.getAuthorFeed, 400, BlockedByActor, Requester is blocked by actor",
        "NotPermitted, GET app.bsky.feed.getAuthorFeed, 403, Forbidden, No",
        "NotFound, GET app.bsky.actor.getProfile, 400, InvalidRequest, Profile not found",
        "NotFound, GET app.bsky.feed.getAuthorFeed, 400, InvalidRequest, Profile not found",
        "BatchRefused, GET app.bsky.feed.getPosts, 400, InvalidRequest, Error: uris/0 must be a valid at-uri",
        "BatchRefused, GET app.bsky.feed.getAuthorFeed, 400, InvalidRequest, Malformed cursor",
        "Unreadable, GET app.bsky.feed.getAuthorFeed, 400, InvalidRequest, Something else",
        "Unreadable, GET app.bsky.feed.getAuthorFeed, 404, XRPCNotSupported, XRPCNotSupported",
        "RateLimited, GET app.bsky.feed.getAuthorFeed, 429, RateLimitExceeded, Rate Limit Exceeded",
        "Passing, GET app.bsky.feed.getAuthorFeed, 500, InternalServerError, Internal Server Error",
        "Passing, GET app.bsky.feed.getAuthorFeed, 502, UpstreamFailure, Upstream Failure",
        "Passing, GET app.bsky.feed.getAuthorFeed, 504, UpstreamTimeout, Upstream Timeout",
    })
    void everyRefusalHasItsMeaning(String kind, String endpoint, int status, String error, String message) {
        Fault fault = fault(endpoint, status, error, message);

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.said().english()).isEqualTo("Bluesky answers %d (%s): %s", status, error, message);
    }

    @Test
    void aProofThatIsNotTakenIsOfThisMachine() {
        assertThat(fault("GET app.bsky.feed.getPosts", 401, "invalid_dpop_proof", "iat claim is too old"))
                .isInstanceOf(Fault.Misconfigured.class)
                .extracting(Fault::said)
                .asString()
                .endsWith("Is this machine's clock right?");
    }

    @ParameterizedTest
    @CsvSource({
        "GET app.bsky.feed.getPosts, {\"feed\":[]}",
        "GET app.bsky.feed.getAuthorFeed, {\"posts\":[]}",
        "GET app.bsky.actor.getProfile, {}",
        "GET app.bsky.actor.getProfile, ",
    })
    void whatIsNoAnswerToTheCallMakesNoSense(String endpoint, @Nullable String body) {
        assertThat(connector.fault(response(endpoint, 200, Map.of(), body))).isInstanceOf(Fault.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404})
    void aPageForPeopleMakesNoSense(int status) {
        assertThat(connector.fault(response(BlueskyCalls.FEED, status, Map.of(), null)))
                .isInstanceOf(Fault.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RateLimit-Reset, 1795694580, 2026-11-26T12:03:00Z",
        "Retry-After, 90, 2026-11-26T12:01:30Z",
        "RateLimit-Reset, 32503680000, 2026-11-27T12:00:00Z",
        "RateLimit-Reset, soon, 2026-11-26T12:05:00Z",
    })
    void tooManyCallsWaitUntilTheLimitIsWholeAgain(String header, String told, Instant until) {
        ApiResponse response = response(
                BlueskyCalls.FEED,
                429,
                Map.of(header.toLowerCase(Locale.ROOT), told),
                "{\"error\":\"RateLimitExceeded\",\"message\":\"Rate Limit Exceeded\"}");

        assertThat(connector.fault(response)).isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
            assertThat(limited.scope()).isEqualTo(Fault.Scope.ACCOUNT);
            assertThat(limited.until()).isEqualTo(until);
        });
    }

    @Test
    void whatIsLeftIsReadFromTheHeaders() {
        ApiResponse response = response(
                BlueskyCalls.FEED,
                200,
                Map.of(
                        "ratelimit-limit",
                        "3000",
                        "ratelimit-remaining",
                        "750",
                        "ratelimit-reset",
                        Long.toString(NOW.plus(Duration.ofMinutes(2)).getEpochSecond()),
                        "ratelimit-policy",
                        "3000;w=300"),
                "{\"feed\":[]}");

        assertThat(connector.allowances(response, NOW))
                .containsExactly(new Allowance(Fault.Scope.ACCOUNT, null, 0.75, NOW.plus(Duration.ofMinutes(2))));
        assertThat(connector.allowances(response(BlueskyCalls.FEED, 200, Map.of(), "{}"), NOW))
                .isEmpty();
    }
}
