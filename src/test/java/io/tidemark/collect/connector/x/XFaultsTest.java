package io.tidemark.collect.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ScriptedApi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class XFaultsTest {
    private static final String TYPES = "https://api.x.com/2/problems/";
    private static final Map<String, List<String>> LIMITS = Map.of(
            "x-rate-limit-limit", List.of("900"),
            "x-rate-limit-remaining", List.of("225"),
            "x-rate-limit-reset", List.of("1795694400"));

    private final XConnector x = XSamples.connector();

    private static ApiResponse response(
            String endpoint, int status, Map<String, List<String>> headers, @Nullable String body) {
        return new ApiResponse(
                endpoint,
                status,
                headers,
                body == null ? null : JsonMapper.shared().readTree(body));
    }

    private @Nullable Fault fault(int status, @Nullable String body) {
        return x.fault(response(XCalls.TIMELINE, status, LIMITS, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "TokenExpired; 401; {\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"Unauthorized\"}",
                "TokenExpired; 401; none",
                "QuotaSpent; 402; {\"title\":\"CreditsDepleted\",\"detail\":\"no credits\"}",
                "QuotaSpent; 402; none",
                "QuotaSpent; 429; {\"title\":\"UsageCapExceeded\",\"period\":\"Monthly\",\"scope\":\"Product\",\"type\":\"https://api.x.com/2/problems/usage-capped\"}",
                "RateLimited; 429; {\"title\":\"Too Many Requests\",\"type\":\"https://api.x.com/2/problems/rate-limit-exceeded\"}",
                "RateLimited; 429; {\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}",
                "RateLimited; 429; none",
                "Misconfigured; 403; {\"title\":\"Client Forbidden\",\"reason\":\"client-not-enrolled\",\"type\":\"https://api.x.com/2/problems/client-forbidden\"}",
                "NotPermitted; 403; {\"title\":\"Forbidden\",\"type\":\"about:blank\"}",
                "Unreadable; 403; none",
                "NotFound; 404; {\"title\":\"Not Found\"}",
                "Misconfigured; 400; {\"title\":\"Invalid Request\",\"errors\":[{\"message\":\"max_results\",\"parameters\":{\"max_results\":[\"500\"]}}]}",
                "BatchRefused; 400; {\"title\":\"Invalid Request\",\"errors\":[{\"message\":\"ids\",\"parameters\":{\"ids\":[\"x\"]}}]}",
                "Unreadable; 400; none",
                "Passing; 503; none",
                "Passing; 500; {\"title\":\"Internal Error\"}",
                "Unreadable; 200; none",
                "Unreadable; 200; []",
                "Unreadable; 200; {}",
                "Unreadable; 302; none",
                "SignInGone; 400; {\"error\":\"invalid_request\",\"error_description\":\"Value passed for the token was invalid.\"}",
                "Misconfigured; 401; {\"error\":\"unauthorized_client\",\"error_description\":\"Missing valid authorization header\"}"
            })
    void everyRefusalHasItsMeaning(String kind, int status, @Nullable String body) {
        Fault fault = Objects.requireNonNull(fault(status, body));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.said().english()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":[]}", "{\"meta\":{\"result_count\":0}}", "{\"data\":{\"id\":\"1\"},\"errors\":[{}]}"})
    void answersWithDataAreGood(String body) {
        assertThat(fault(200, body)).isNull();
    }

    @Test
    void aTimelineThatMayNotBeSeenIsNotAnEmptyOne() {
        String body = "{\"errors\":[{\"title\":\"Authorization Error\",\"type\":\"" + TYPES
                + "not-authorized-for-resource\"}]}";

        assertThat(fault(200, body)).isInstanceOf(Fault.NotPermitted.class);
        assertThat(fault(200, body.replace("not-authorized-for-resource", "resource-not-found")))
                .isInstanceOf(Fault.NotFound.class);
        assertThat(fault(200, body.replace("not-authorized-for-resource", "internal-error")))
                .isInstanceOf(Fault.Passing.class);
        // Each of several posts has a problem of its own.
        assertThat(x.fault(response(XCalls.LOOKUP, 200, Map.of(), body))).isNull();
    }

    @Test
    void aRefusedGroupOfNumbersIsNamed() {
        Fault fault = fault(400, """
                {"errors":[{"parameters":{"tweet.fields":["non_public_metrics"]},
                  "message":"The `tweet.fields` query parameter value [non_public_metrics] is not one of [id]"}],
                 "title":"Invalid Request","detail":"One or more parameters to your request was invalid.",
                 "type":"https://api.x.com/2/problems/invalid-request"}""");

        assertThat(fault)
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).isEqualTo(Set.of("non_public_metrics")));
    }

    @Test
    void anUnknownParameterIsNamed() {
        Fault fault = Objects.requireNonNull(fault(400, """
                {"errors":[{"parameters":{"tweet.fields":["id,text"]},
                  "message":"The query parameter [tweet.fields] is not one of [id,post.fields]"}],
                 "title":"Invalid Request","detail":"One or more parameters to your request was invalid.",
                 "type":"https://api.x.com/2/problems/invalid-request"}"""));

        assertThat(fault).isInstanceOf(Fault.Misconfigured.class);
        assertThat(Spelling.TWEET.isRefusedBy(fault)).isTrue();
    }

    @Test
    void limitsEndWhenTheHeadersSay() {
        assertThat(fault(429, null)).isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
            assertThat(limited.until()).isEqualTo(Instant.ofEpochSecond(1_795_694_400));
            assertThat(limited.scope()).isEqualTo(Fault.Scope.ENDPOINT);
        });
        Map<String, List<String>> waits = Map.of(
                "retry-after", List.of("90"),
                "date", List.of("Thu, 26 Nov 2026 12:00:00 GMT"),
                "x-rate-limit-reset", List.of("1795694400"));
        assertThat(x.fault(response(XCalls.TIMELINE, 429, waits, null)))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(Instant.parse("2026-11-26T12:01:30Z")));
        Map<String, List<String>> dated = Map.of("retry-after", List.of("Thu, 26 Nov 2026 12:30:00 GMT"));
        assertThat(x.fault(response(XCalls.TIMELINE, 429, dated, null)))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(Instant.parse("2026-11-26T12:30:00Z")));
        Map<String, List<String>> senseless = Map.of("retry-after", List.of("soon"));
        assertThat(x.fault(response(XCalls.TIMELINE, 429, senseless, null)))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isNull());
    }

    @Test
    void headersSayWhatIsLeft() {
        assertThat(x.allowances(response(XCalls.TIMELINE, 200, LIMITS, "{\"data\":[]}"), ScriptedApi.NOW))
                .containsExactly(new Allowance(
                        Fault.Scope.ENDPOINT, XCalls.TIMELINE, 0.75, Instant.ofEpochSecond(1_795_694_400)));
        assertThat(x.allowances(response(XCalls.TIMELINE, 200, Map.of(), "{}"), ScriptedApi.NOW))
                .isEmpty();
    }
}
