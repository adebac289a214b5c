package io.tidemark.collect.connector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Every documented refusal of both APIs.
class TikTokFaultsTest {
    private static final Instant NOW = CannedApi.NOW;

    private final TikTokDisplay display = new TikTokDisplay(ConnectorSettings.DEFAULT, InstantSource.fixed(NOW));
    private final TikTokBusiness business =
            new TikTokBusiness(ConnectorSettings.DEFAULT, "7", InstantSource.fixed(NOW));

    private static ApiResponse response(String endpoint, int status, @Nullable String body) {
        return new ApiResponse(
                endpoint,
                status,
                Map.of(),
                body == null ? null : JsonMapper.shared().readTree(body));
    }

    @ParameterizedTest
    @CsvSource({
        "TokenExpired, GET /v2/user/info/, 401, access_token_invalid",
        "NotPermitted, GET /v2/user/info/, 401, scope_not_authorized",
        "SignInGone, POST /v2/video/list/, 401, scope_not_authorized",
        "SignInGone, POST /v2/video/query/, 401, scope_not_authorized",
        "NotPermitted, GET /v2/user/info/, 400, scope_permission_missed",
        "Misconfigured, POST /v2/video/list/, 400, scope_permission_missed",
        "RateLimited, POST /v2/video/list/, 429, rate_limit_exceeded",
        "Misconfigured, POST /v2/video/list/, 400, invalid_params",
        "BatchRefused, POST /v2/video/query/, 400, invalid_params",
        "Passing, POST /v2/video/list/, 500, internal_error",
        "Passing, POST /v2/video/list/, 200, internal_error",
        "Passing, POST /v2/video/list/, 502, unheard_of",
        "TokenExpired, POST /v2/video/list/, 401, unheard_of",
        "Unreadable, POST /v2/video/list/, 400, unheard_of",
    })
    void everyRefusalOfTheDisplayApiHasItsMeaning(String kind, String endpoint, int status, String code) {
        String body =
                "{\"data\":{},\"error\":{\"code\":\"%s\",\"message\":\"a word\",\"log_id\":\"1\"}}".formatted(code);

        Fault fault = Objects.requireNonNull(display.fault(response(endpoint, status, body)));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.said().english()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "Unreadable, 200, none",
                "Unreadable, 200, {}",
                "Unreadable, 404, none",
                "Passing, 503, none",
                "RateLimited, 429, none",
                "TokenExpired, 401, none"
            })
    void whatIsNoAnswerOfTheDisplayApiIsNone(String kind, int status, @Nullable String body) {
        Fault fault = Objects.requireNonNull(display.fault(response(DisplayCalls.LIST, status, body)));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void aGoodAnswerIsNoFault() {
        assertThat(display.fault(response(DisplayCalls.LIST, 200, "{\"data\":{},\"error\":{\"code\":\"ok\"}}")))
                .isNull();
        assertThat(business.fault(response(BusinessCalls.LIST, 200, "{\"code\":0,\"data\":{}}")))
                .isNull();
        assertThat(business.fault(response(BusinessCalls.LIST, 200, "{\"code\":\"0\",\"data\":{}}")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TokenExpired, GET /business/get/, 40105",
        "TokenExpired, GET /business/get/, 40102",
        "NotPermitted, GET /business/get/, 40001",
        "RateLimited, GET /business/get/, 40100",
        "Misconfigured, GET /business/video/list/, 40002",
        "BatchRefused, GET /business/video/list/ by id, 40002",
        "Passing, GET /business/get/, 50000",
        "Passing, GET /business/get/, 51305",
        "Unreadable, GET /business/get/, 60001",
    })
    void everyRefusalOfTheAccountsApiHasItsMeaningThoughItsStatusIs200(String kind, String endpoint, String code) {
        String body = "{\"code\":%s,\"message\":\"a word\",\"request_id\":\"1\",\"data\":{}}".formatted(code);

        Fault fault = Objects.requireNonNull(business.fault(response(endpoint, 200, body)));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.said().english()).contains(code, "a word");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"Unreadable, 200, none", "Unreadable, 200, {}", "Passing, 503, none", "RateLimited, 429, none"})
    void whatIsNoAnswerOfTheAccountsApiIsNone(String kind, int status, @Nullable String body) {
        Fault fault = Objects.requireNonNull(business.fault(response(BusinessCalls.LIST, status, body)));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void aRefusedFieldIsNamedWhereTheMessageNamesIt() {
        Fault ofDisplay = display.fault(response(
                DisplayCalls.QUERY,
                400,
                "{\"error\":{\"code\":\"invalid_params\",\"message\":\"Invalid fields are requested: share_count\"}}"));
        Fault ofBusiness = business.fault(response(
                BusinessCalls.QUERY,
                200,
                "{\"code\":40002,\"message\":\"fields: unique_video_views is not one of those known\",\"data\":{}}"));

        assertThat(ofDisplay)
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).isEqualTo(Set.of("share_count")));
        assertThat(ofBusiness)
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).isEqualTo(Set.of("unique_video_views")));
    }

    @Test
    void limitsEndAfterAMinuteOrWhenTheHeaderSays() {
        ApiResponse plain = response(DisplayCalls.LIST, 429, null);
        ApiResponse waits = new ApiResponse(DisplayCalls.LIST, 429, Map.of("retry-after", List.of("90")), null);

        assertThat(display.fault(plain))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(NOW.plusSeconds(60)));
        assertThat(display.fault(waits))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(NOW.plusSeconds(90)));
    }

    @Test
    void numbersOfCodesAreForTheOperatorToSet() {
        TikTokBusiness other = new TikTokBusiness(
                new ConnectorSettings(Map.of("codes.token", "49999")), "7", InstantSource.fixed(NOW));

        assertThat(other.fault(response(BusinessCalls.ACCOUNT, 200, "{\"code\":49999,\"message\":\"\"}")))
                .isInstanceOf(Fault.TokenExpired.class);
    }
}
