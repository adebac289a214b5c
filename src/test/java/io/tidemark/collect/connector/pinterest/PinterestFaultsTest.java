package io.tidemark.collect.connector.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PinterestFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final PinterestFaults faults = new PinterestFaults(() -> NOW);

    private static ApiResponse response(int status, @Nullable String body, Map<String, String> headers) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new ApiResponse(
                "GET /pins",
                status,
                all,
                body == null ? null : JsonMapper.shared().readTree(body));
    }

    private @Nullable Fault of(int status, int code, String message, Map<String, String> headers) {
        return faults.of(response(status, "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message), headers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | 2   | Authentication failed.                              | TokenExpired
            401 | 7   | Not authorized to access board or Pin.              | NotPermitted
            403 | 29  | You are not permitted to access that resource.      | NotPermitted
            403 | 403 | Not authorized to access the user account analytics. | NotPermitted
            404 | 50  | Pin not found.                                      | NotFound
            400 | 1   | Invalid bookmark                                    | Unreadable
            400 | 1   | Invalid user accounts analytics metric_types.       | MetricRefused
            409 | 1   | Something else                                      | Unreadable
            500 | 0   | Internal error                                      | Passing
            503 | 0   | Later                                               | Passing
            """)
    void theStatusSaysWhatItMeans(int status, int code, String message, String kind) {
        assertThat(of(status, code, message, Map.of())).isNotNull().satisfies(fault -> {
            assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(fault.said()).hasToString("Pinterest says: " + message);
        });
    }

    @Test
    void aRefusedMetricIsNamedWhereTheMessageNamesIt() {
        assertThat(of(400, 1, "'USER_FOLLOW' is not one of the metric_types ['SAVE_RATE']", Map.of()))
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).containsExactly("USER_FOLLOW"));
    }

    @Test
    void withoutAWordTheStatusIsTold() {
        assertThat(faults.of(response(502, null, Map.of())))
                .isEqualTo(new Fault.Passing(Saying.answers("Pinterest", "502", "")));
        assertThat(faults.of(response(200, null, Map.of()))).isInstanceOf(Fault.Unreadable.class);
        assertThat(faults.of(response(200, "{}", Map.of()))).isNull();
    }

    @Test
    void aLimitOfTheMinuteEndsWhenTheHeaderSaysElseAfterAMinute() {
        String said = "This request exceeded a rate limit.";
        assertThat(of(429, 8, said, Map.of("x-ratelimit-reset", "17")))
                .isEqualTo(new Fault.RateLimited(
                        Saying.says("Pinterest", said), Fault.Scope.ACCOUNT, NOW.plusSeconds(17)));
        assertThat(of(429, 8, said, Map.of("x-ratelimit-reset", "17", "retry-after", "40")))
                .as("what is asked for wins")
                .isEqualTo(new Fault.RateLimited(
                        Saying.says("Pinterest", said), Fault.Scope.ACCOUNT, NOW.plusSeconds(40)));
        assertThat(of(429, 8, said, Map.of()))
                .isEqualTo(new Fault.RateLimited(
                        Saying.says("Pinterest", said), Fault.Scope.ACCOUNT, NOW.plusSeconds(60)));
    }

    @Test
    void aDayOfTrialAccessIsSpentForTheWholeApp() {
        assertThat(of(429, 8, "Limit", Map.of("x-ratelimit-reset", "41000")))
                .isEqualTo(new Fault.QuotaSpent(Saying.says("Pinterest", "Limit"), NOW.plusSeconds(41_000)));
        assertThat(of(429, 8, "You have exceeded the Trial access limit", Map.of()))
                .isEqualTo(new Fault.QuotaSpent(
                        Saying.says("Pinterest", "You have exceeded the Trial access limit"), null));
    }

    @Test
    void headersSayWhatIsLeft() {
        assertThat(RateHeaders.allowances(
                        response(
                                200,
                                "{}",
                                Map.of(
                                        "x-ratelimit-limit",
                                        "1000, 1000;w=60;name=\"org_read\"",
                                        "x-ratelimit-remaining",
                                        "750",
                                        "x-ratelimit-reset",
                                        "22")),
                        NOW))
                .containsExactly(new Allowance(Fault.Scope.ENDPOINT, "GET /pins", 0.25, NOW.plusSeconds(22)));
        assertThat(RateHeaders.allowances(
                        response(
                                200,
                                "{}",
                                Map.of(
                                        "x-ratelimit-limit", "1000",
                                        "x-ratelimit-remaining", "50",
                                        "x-ratelimit-reset", "7200")),
                        NOW))
                .as("of a day, for the whole app")
                .containsExactly(new Allowance(Fault.Scope.APP, null, 0.95, NOW.plus(Duration.ofHours(2))));
    }

    @Test
    void headersThatMakeNoSenseSayNothing() {
        assertThat(RateHeaders.allowances(response(200, "{}", Map.of("x-ratelimit-limit", "many")), NOW))
                .isEmpty();
        assertThat(RateHeaders.allowances(
                        response(200, "{}", Map.of("x-ratelimit-limit", "0", "x-ratelimit-remaining", "0")), NOW))
                .isEmpty();
    }
}
