package io.tidemark.collect.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LinkedInFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:59:59Z");
    private final LinkedIn linkedIn = new LinkedIn(ConnectorSettings.DEFAULT, InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            value = {
                "401; {\"serviceErrorCode\":65601,\"code\":\"REVOKED_ACCESS_TOKEN\",\"message\":\"revoked\"}; SignInGone",
                "401; {\"serviceErrorCode\":65600,\"message\":\"Invalid access token\"}; SignInGone",
                "401; {\"serviceErrorCode\":65602,\"code\":\"EXPIRED_ACCESS_TOKEN\",\"message\":\"expired\"}; TokenExpired",
                "401; {}; TokenExpired",
                "403; {\"serviceErrorCode\":100,\"code\":\"ACCESS_DENIED\",\"message\":\"Not enough permissions\"}; NotPermitted",
                "403; {\"message\":\"Unpermitted fields present in PARAMETER: fields [/shares[0]]\"}; BatchRefused",
                "400; {\"message\":\"Invalid urn\"}; BatchRefused",
                "404; {\"code\":\"RESOURCE_NOT_FOUND\"}; NotFound",
                "400; {\"code\":\"VERSION_MISSING\"}; Misconfigured",
                "426; {\"code\":\"NONEXISTENT_VERSION\",\"message\":\"Requested version 20250101 is not active\"}; Misconfigured",
                "426; ; Misconfigured",
                "500; {}; Passing",
                "503; ; Passing",
                "200; ; Unreadable",
                "200; []; Unreadable",
                "302; ; Unreadable"
            })
    void meansWhatIsDocumented(int status, @Nullable String body, String fault) {
        assertThat(fault(LinkedInCalls.SHARE_STATISTICS, status, body)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(fault);
    }

    @Test
    void waitsForMidnightOfUtc() {
        assertThat(fault(LinkedInCalls.POSTS, 429, "{\"message\":\"throttled\"}"))
                .isEqualTo(new Fault.RateLimited(
                        Saying.answers("LinkedIn", "429", "throttled"),
                        Fault.Scope.ENDPOINT,
                        Instant.parse("2026-11-21T00:00:00Z")));
    }

    @Test
    void tellsWhatToGrant() {
        assertThat(fault(LinkedInCalls.SOCIAL_METADATA, 403, "{\"code\":\"ACCESS_DENIED\",\"message\":\"no\"}")
                        .said())
                .hasToString("LinkedIn answers 403: no Grant r_organization_social_feed when you sign in.");
    }

    @Test
    void takesWhatIsNotThereForTheDevelopmentTierForNotPermitted() {
        assertThat(fault(LinkedInCalls.MEMBER_POSTS, 404, "{}")).isInstanceOf(Fault.NotPermitted.class);
    }

    @Test
    void tellsRefusedMetricsFromRefusedCalls() {
        assertThat(fault(LinkedInCalls.MEMBER_POSTS, 400, "{}")).isInstanceOf(Fault.MetricRefused.class);
        assertThat(fault(LinkedInCalls.PAGE_STATISTICS, 400, "{}")).isInstanceOf(Fault.Misconfigured.class);
    }

    @Test
    void findsNothingWrongWithAnAnswer() {
        assertThat(linkedIn.fault(response(LinkedInCalls.POSTS, 200, "{\"elements\":[]}")))
                .isNull();
    }

    private Fault fault(String endpoint, int status, @Nullable String body) {
        return Objects.requireNonNull(linkedIn.fault(response(endpoint, status, body)));
    }

    private static ApiResponse response(String endpoint, int status, @Nullable String body) {
        return new ApiResponse(
                endpoint,
                status,
                Map.of(),
                body == null ? null : JsonMapper.shared().readTree(body));
    }
}
