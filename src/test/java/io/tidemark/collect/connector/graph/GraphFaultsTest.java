package io.tidemark.collect.connector.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GraphFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String BUSINESS = "x-business-use-case-usage";

    private final GraphFaults faults = new GraphFaults("Facebook", () -> NOW);

    private static ApiResponse response(int status, @Nullable String body, Map<String, String> headers) {
        Map<String, List<String>> all = new java.util.HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new ApiResponse(
                "GET /me",
                status,
                all,
                body == null ? null : JsonMapper.shared().readTree(body));
    }

    private static String error(int code, int subcode, String message) {
        return "{\"error\":{\"message\":\"%s\",\"type\":\"OAuthException\",\"code\":%d,\"error_subcode\":%d}}"
                .formatted(message, code, subcode);
    }

    private @Nullable Fault of(int code, int subcode, String message) {
        return faults.of(response(400, error(code, subcode, message), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            190 | 463 | Error validating access token: Session has expired on Friday | TokenExpired
            190 | 458 | The user has not authorized application 1 | SignInGone
            190 | 459 | The user is enrolled in a blocking, logged-in checkpoint | SignInGone
            190 | 460 | The session has been invalidated because the password was changed | SignInGone
            190 | 467 | The access token is invalid since the user has logged out | SignInGone
            102 | 0 | Session key invalid | SignInGone
            10 | 0 | (#10) Application does not have permission for this action | NotPermitted
            200 | 0 | (#200) Requires read_insights permission | NotPermitted
            299 | 0 | Some permission | NotPermitted
            3 | 0 | Capability | NotPermitted
            100 | 33 | Unsupported get request. Object with ID '1' does not exist | NotFound
            100 | 0 | (#100) The value must be a valid insights metric | MetricRefused
            100 | 0 | (#100) metric[0] must be one of the following values: reach | MetricRefused
            100 | 0 | (#100) Tried accessing nonexisting field (foo) | Misconfigured
            100 | 36009 | This authorization code has been used | SignInGone
            100 | 36008 | Error validating verification code: redirect_uri is not identical | Misconfigured
            803 | 0 | (#803) Some of the aliases you requested do not exist: 1 | BatchRefused
            1 | 0 | Please reduce the amount of data you're asking for, then retry your request | TooMuch
            1 | 0 | An unknown error occurred | Passing
            1 | 0 | Error validating client secret. | Misconfigured
            2 | 0 | Service temporarily unavailable | Passing
            101 | 0 | Error validating application. Invalid application ID. | Misconfigured
            3001 | 1504028 | No metric was specified | Misconfigured
            987654 | 0 | Something new | Unreadable
            """)
    void theCodeSaysWhatItMeans(int code, int subcode, String message, String kind) {
        assertThat(of(code, subcode, message)).isNotNull().satisfies(fault -> {
            assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(fault.said().english()).startsWith("Facebook says: " + message);
        });
    }

    @Test
    void aStoryThatFewHaveSeenIsNoMatterOfPermission() {
        assertThat(of(10, 0, "(#10) Not enough viewers for the media to show insights"))
                .isEqualTo(GraphFaults.FEW_VIEWERS);
    }

    @Test
    void aPostFromBeforeTheAccountWasProfessionalIsKnownByItsSubcodeWhateverTheLanguage() {
        assertThat(of(100, 2_108_006, "Ungültiger Parameter")).isEqualTo(GraphFaults.BEFORE_CONVERSION);
    }

    @ParameterizedTest
    @CsvSource({"4,APP", "17,ACCOUNT", "32,ACCOUNT", "613,ACCOUNT", "80001,ACCOUNT", "80002,ACCOUNT", "368,ACCOUNT"})
    void limitsWaitForTheMinutesThatTheHeaderTells(int code, Fault.Scope scope) {
        String usage = """
                {"1029384756":[{"type":"pages","call_count":100,"total_cputime":23,"total_time":23,
                    "estimated_time_to_regain_access":7}]}""";
        Fault fault = faults.of(response(400, error(code, 0, "Too many calls"), Map.of(BUSINESS, usage)));
        assertThat(fault)
                .isEqualTo(new Fault.RateLimited(
                        Saying.says("Facebook", "Too many calls"), scope, NOW.plus(Duration.ofMinutes(7))));
    }

    @Test
    void withoutMinutesALimitLastsAnHourAndRetryAfterWins() {
        assertThat(of(4, 0, "Limit"))
                .isEqualTo(new Fault.RateLimited(
                        Saying.says("Facebook", "Limit"), Fault.Scope.APP, NOW.plus(Duration.ofHours(1))));
        Fault told = faults.of(response(429, null, Map.of("retry-after", "90")));
        assertThat(told)
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(NOW.plusSeconds(90)));
    }

    @Test
    void aServerErrorPassesAndAnythingElseMakesNoSense() {
        assertThat(faults.of(response(503, null, Map.of()))).isInstanceOf(Fault.Passing.class);
        assertThat(faults.of(response(200, null, Map.of()))).isInstanceOf(Fault.Unreadable.class);
        assertThat(faults.of(response(403, null, Map.of()))).isInstanceOf(Fault.Unreadable.class);
        String passing = "{\"error\":{\"message\":\"Later\",\"code\":5555,\"is_transient\":true}}";
        assertThat(faults.of(response(400, passing, Map.of()))).isInstanceOf(Fault.Passing.class);
        assertThat(faults.of(response(200, "{\"data\":[]}", Map.of()))).isNull();
    }

    @Test
    void anErrorMayComeWithAStatusOfSuccess() {
        assertThat(faults.of(response(200, error(190, 460, "Password changed"), Map.of())))
                .isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void instagramsSignInHasAFormOfItsOwn() {
        String used =
                "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Matching code was not found\"}";
        assertThat(faults.of(response(400, used, Map.of())))
                .isEqualTo(new Fault.SignInGone(Saying.says("Facebook", "Matching code was not found")));
        String app = "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Invalid platform app\"}";
        assertThat(faults.of(response(400, app, Map.of()))).isInstanceOf(Fault.Misconfigured.class);
    }

    @Test
    void tokensThatAMessageRepeatsAreTakenOut() {
        Fault fault = of(190, 0, "Malformed access token EAABwzLixnjYBO1ZCmT0ZBq7kZAZCZCq in the call");
        assertThat(fault)
                .extracting(Fault::said)
                .hasToString("Facebook says: Malformed access token (secret) in the call");
    }

    @Test
    void theFullestMeasureSaysHowMuchIsUsed() {
        String app = "{\"call_count\":28,\"total_time\":25,\"total_cputime\":31}";
        String business = """
                {"1029384756":[{"type":"pages","call_count":97,"total_cputime":23,"total_time":23,
                    "estimated_time_to_regain_access":12}]}""";
        ApiResponse response = response(200, "{}", Map.of("x-app-usage", app, BUSINESS, business));
        assertThat(faults.allowances(response, NOW))
                .containsExactly(
                        new Allowance(Fault.Scope.APP, null, 0.31, null),
                        new Allowance(Fault.Scope.ACCOUNT, null, 0.97, NOW.plus(Duration.ofMinutes(12))));
    }

    @Test
    void headersThatMakeNoSenseSayNothing() {
        ApiResponse response = response(200, "{}", Map.of("x-app-usage", "{", BUSINESS, "[]"));
        assertThat(faults.allowances(response, NOW)).isEmpty();
    }
}
