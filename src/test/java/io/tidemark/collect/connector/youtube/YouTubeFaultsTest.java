package io.tidemark.collect.connector.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class YouTubeFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static @Nullable Fault fault(Instant now, String endpoint, int status, @Nullable String body) {
        return fault(now, endpoint, status, Map.of(), body);
    }

    private static @Nullable Fault fault(
            Instant now, String endpoint, int status, Map<String, List<String>> headers, @Nullable String body) {
        return new YouTubeConnector(ConnectorSettings.DEFAULT, Clock.fixed(now, ZoneOffset.UTC))
                .fault(new ApiResponse(
                        endpoint,
                        status,
                        headers,
                        body == null ? null : JsonMapper.shared().readTree(body)));
    }

    private static String error(int code, String reason, String message) {
        return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"domain\":\"global\",\"reason\":\"%s\",\"message\":\"%s\"}]}}"
                .formatted(code, message, reason, message);
    }

    @ParameterizedTest
    @CsvSource({
        "TokenExpired,  VIDEOS,   401, authError",
        "NotPermitted,  CHANNELS, 401, youtubeSignupRequired",
        "QuotaSpent,    VIDEOS,   403, quotaExceeded",
        "QuotaSpent,    REPORTS,  403, dailyLimitExceeded",
        "RateLimited,   REPORTS,  403, rateLimitExceeded",
        "RateLimited,   REPORTS,  403, userRateLimitExceeded",
        "RateLimited,   VIDEOS,   429, rateLimitExceeded",
        "RateLimited,   VIDEOS,   429, somethingNew",
        "Misconfigured, VIDEOS,   403, accessNotConfigured",
        "Misconfigured, VIDEOS,   400, keyInvalid",
        "NotPermitted,  REPORTS,  403, insufficientPermissions",
        "NotPermitted,  VIDEOS,   403, forbidden",
        "NotPermitted,  VIDEOS,   403, channelForbidden",
        "NotFound,      UPLOADS,  404, playlistNotFound",
        "BatchRefused,  UPLOADS,  400, invalidPageToken",
        "Unreadable,    VIDEOS,   400, invalidFilters",
        "MetricRefused, REPORTS,  400, badRequest",
        "Passing,       VIDEOS,   500, backendError",
        "Passing,       VIDEOS,   403, backendError",
        "Passing,       VIDEOS,   503, internalError",
        "Unreadable,    VIDEOS,   418, somethingNew"
    })
    void everyRefusalHasItsMeaning(String kind, String call, int status, String reason) {
        String endpoint = Map.of(
                        "VIDEOS", YouTubeCalls.VIDEOS,
                        "CHANNELS", YouTubeCalls.CHANNELS,
                        "UPLOADS", YouTubeCalls.UPLOADS,
                        "REPORTS", YouTubeCalls.REPORTS)
                .get(call);

        Fault fault = Objects.requireNonNull(
                fault(NOW, Objects.requireNonNull(endpoint), status, error(status, reason, "No <b>way</b>")));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.said().english()).contains("No way");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "Unreadable; 200; none",
                "Unreadable; 200; []",
                "Unreadable; 200; {}",
                "Unreadable; 200; {\"items\":[]}",
                "Unreadable; 403; none",
                "Unreadable; 401; none",
                "Passing; 503; none",
                "RateLimited; 429; none"
            })
    void whatIsNotTheJsonOfItsApiIsTold(String kind, int status, @Nullable String body) {
        Fault fault = Objects.requireNonNull(fault(NOW, YouTubeCalls.VIDEOS, status, body));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void anAnswerIsGoodEvenIfNothingIsInIt() {
        assertThat(fault(NOW, YouTubeCalls.VIDEOS, 200, "{\"kind\":\"youtube#videoListResponse\"}"))
                .isNull();
        assertThat(fault(NOW, YouTubeCalls.REPORTS, 200, "{\"kind\":\"youtubeAnalytics#resultTable\"}"))
                .isNull();
    }

    /// Also over the nights on which the clocks change there.
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T12:00:00Z, 2026-11-27T08:00:00Z",
        "2026-11-27T07:59:59Z, 2026-11-27T08:00:00Z",
        "2026-07-01T06:59:59Z, 2026-07-01T07:00:00Z",
        "2026-07-01T07:00:00Z, 2026-07-02T07:00:00Z",
        "2026-03-08T09:00:00Z, 2026-03-09T07:00:00Z",
        "2026-11-01T08:30:00Z, 2026-11-02T08:00:00Z"
    })
    void aSpentQuotaIsWholeAgainAtMidnightInCalifornia(Instant now, Instant midnight) {
        assertThat(fault(now, YouTubeCalls.VIDEOS, 403, error(403, "quotaExceeded", "spent")))
                .isInstanceOfSatisfying(
                        Fault.QuotaSpent.class,
                        spent -> assertThat(spent.until()).isEqualTo(midnight));
    }

    @Test
    void limitsByTheMinuteEndWithItUnlessYouTubeSaysWhen() {
        String body = error(403, "userRateLimitExceeded", "slowly");

        assertThat(fault(NOW, YouTubeCalls.VIDEOS, 403, body))
                .isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
                    assertThat(limited.until()).isEqualTo(NOW.plusSeconds(60));
                    assertThat(limited.scope()).isEqualTo(Fault.Scope.ACCOUNT);
                });
        assertThat(fault(NOW, YouTubeCalls.VIDEOS, 429, Map.of("retry-after", List.of("7")), null))
                .isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
                    assertThat(limited.until()).isEqualTo(NOW.plusSeconds(7));
                    assertThat(limited.scope()).isEqualTo(Fault.Scope.APP);
                });
    }

    @Test
    void aMetricThatIsNamedIsTheOneThatIsRefused() {
        Fault named = fault(
                NOW,
                YouTubeCalls.REPORTS,
                400,
                error(400, "badRequest", "Unknown identifier (engagedViews) given in field parameters.metrics."));
        Fault unnamed = fault(
                NOW,
                YouTubeCalls.REPORTS,
                400,
                error(400, "badRequest", "The query is not supported. Check the documentation for supported queries."));

        assertThat(named)
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).isEqualTo(Set.of("engagedViews")));
        assertThat(unnamed)
                .isInstanceOfSatisfying(
                        Fault.MetricRefused.class,
                        refused -> assertThat(refused.metrics()).isEmpty());
    }

    @Test
    void aMissingPermissionIsNamed() {
        assertThat(fault(NOW, YouTubeCalls.REPORTS, 403, """
                {"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED",
                 "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}}"""))
                .isInstanceOfSatisfying(
                        Fault.NotPermitted.class,
                        refused -> assertThat(refused.said().english()).contains("yt-analytics.readonly"));
    }
}
