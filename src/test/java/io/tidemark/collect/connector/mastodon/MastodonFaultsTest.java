package io.tidemark.collect.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MastodonFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:30Z");

    private static ApiResponse response(
            String endpoint, int status, @Nullable String json, Map<String, String> headers) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new ApiResponse(
                endpoint, status, all, json == null ? null : JsonMapper.shared().readTree(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "web page",
            value = {
                "401 | {\"error\": \"The access token is invalid\"}                       | SignInGone   | The access token is invalid",
                "401 | {\"error\": \"This method requires an authenticated user\"}        | SignInGone   | by signing in",
                "403 | {\"error\": \"This action is outside the authorized scopes\"}      | NotPermitted | Agree to all",
                "403 | {\"error\": \"Your login is currently disabled\"}                  | Passing      | currently disabled",
                "403 | web page                                                           | Passing      | 403",
                "404 | {\"error\": \"Record not found\"}                                  | NotFound     | Record not found",
                "410 | {\"error\": \"Gone\"}                                              | NotFound     | Gone",
                "404 | web page                                                           | Unreadable   | not the JSON",
                "422 | {\"error\": \"Validation failed\"}                                 | BatchRefused | Validation failed",
                "429 | {\"error\": \"Too many requests\"}                                 | RateLimited  | Too many requests",
                "302 | web page                                                           | Passing      | not sent on",
                "500 | {\"error\": \"<b>Oh</b> no\"}                                      | Passing      | 500: Oh no",
                "503 | web page                                                           | Passing      | 503",
                "418 | {}                                                                 | Unreadable   | 418",
                "200 | web page                                                           | Unreadable   | not the JSON",
            })
    void aRefusalMeansOneThing(int status, @Nullable String json, String kind, String said) {
        Fault fault =
                Objects.requireNonNull(MastodonFaults.of(response(MastodonCalls.ALONE, status, json, Map.of()), NOW));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.said().english()).contains(said);
    }

    @Test
    void anAnswerIsNoFault() {
        assertThat(MastodonFaults.of(response(MastodonCalls.ALONE, 200, "{}", Map.of()), NOW))
                .isNull();
        assertThat(MastodonFaults.of(response(MastodonCalls.LISTED, 200, "[]", Map.of()), NOW))
                .isNull();
    }

    /// Servers of before 4.3 answer it as a page that is not there, some in HTML.
    @Test
    void thatSeveralPostsAreNotToldAtOnceIsUnderstoodInAnyForm() {
        assertThat(MastodonFaults.of(response(MastodonCalls.TOGETHER, 404, null, Map.of()), NOW))
                .isInstanceOf(Fault.NotFound.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                          | 2026-11-20T10:05:00.000000Z | 2026-11-20T10:05:00Z",
                "90                            | 2026-11-20T10:05:00.000000Z | 2026-11-20T10:02:00Z",
                "Fri, 20 Nov 2026 10:03:00 GMT | 2026-11-20T10:05:00.000000Z | 2026-11-20T10:03:00Z",
                "soon                          | 2026-11-20T10:05:00.000000Z | 2026-11-20T10:05:00Z",
                "none                          | 1700000000                  | 2026-11-20T10:05:30Z",
                "none                          | none                        | 2026-11-20T10:05:30Z",
            })
    void aLimitEndsWhenTheServerSays(@Nullable String retry, @Nullable String reset, Instant until) {
        Map<String, String> headers = new HashMap<>();
        if (retry != null) {
            headers.put("retry-after", retry);
        }
        if (reset != null) {
            headers.put("x-ratelimit-reset", reset);
        }

        assertThat(MastodonFaults.of(response(MastodonCalls.ALONE, 429, "{}", headers), NOW))
                .isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
                    assertThat(limited.scope()).isEqualTo(Fault.Scope.ACCOUNT);
                    assertThat(limited.until()).isEqualTo(until);
                });
    }

    @Test
    void whatIsLeftIsThatOfTheSignIn() {
        ApiResponse answer = response(
                MastodonCalls.LISTED,
                200,
                "[]",
                Map.of(
                        "x-ratelimit-limit", "300",
                        "x-ratelimit-remaining", "75",
                        "x-ratelimit-reset", "2026-11-20T10:05:00.000000Z"));

        assertThat(MastodonLimits.of(answer))
                .containsExactly(new Allowance(Fault.Scope.ACCOUNT, null, 0.75, Instant.parse("2026-11-20T10:05:00Z")));
        assertThat(MastodonLimits.of(response(MastodonCalls.LISTED, 200, "[]", Map.of("x-ratelimit-limit", "0"))))
                .isEmpty();
    }
}
