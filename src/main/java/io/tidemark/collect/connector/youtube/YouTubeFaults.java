package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What answers of YouTube mean that are no success. Google names the reason in a word.
final class YouTubeFaults {
    private static final Sentence NO_CHANNEL =
            Sentence.of("youtube_without_channel", "Sign in with an account that has a channel.");
    private static final Sentence TICK_ALL =
            Sentence.of("youtube_tick_all", "Tick all permissions ({permission}) when you sign in.");

    private static final int LONGEST = 500;
    /// Limits by the minute say nothing of when they end.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Set<String> SPENT = Set.of("quotaExceeded", "dailyLimitExceeded");
    private static final Set<String> TOO_FAST_OF_APP = Set.of("rateLimitExceeded", "RATE_LIMIT_EXCEEDED");
    private static final Set<String> TOO_FAST_OF_PERSON = Set.of("userRateLimitExceeded");
    private static final Set<String> OF_THE_APP = Set.of("accessNotConfigured", "SERVICE_DISABLED", "keyInvalid");
    private static final Set<String> SCOPES =
            Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientScope");
    /// A page token that has run out.
    private static final Set<String> CURSORS = Set.of("invalidPageToken");
    private static final Set<String> PASSING = Set.of("backendError", "internalError", "SERVICE_UNAVAILABLE");

    private YouTubeFaults() {}

    /// Null where all is well.
    static @Nullable Fault of(ApiResponse response, Instant now) {
        JsonNode body = response.body();
        int status = response.status();
        if (status / 100 == 2) {
            return body != null && body.path("kind").asString("").startsWith("youtube") ? null : unreadable(status);
        }
        JsonNode error = body == null ? MissingNode.getInstance() : body.path("error");
        Set<String> reasons = reasons(error);
        Said said = said(status, error, reasons);
        if (status / 100 == 5 || has(reasons, PASSING)) {
            return new Fault.Passing(said);
        }
        if (has(reasons, SPENT)) {
            return new Fault.QuotaSpent(said, midnight(now));
        }
        if (status == 429 || has(reasons, TOO_FAST_OF_APP) || has(reasons, TOO_FAST_OF_PERSON)) {
            Fault.Scope scope = has(reasons, TOO_FAST_OF_PERSON) ? Fault.Scope.ACCOUNT : Fault.Scope.APP;
            return new Fault.RateLimited(said, scope, retryAt(response, now));
        }
        if (!error.isObject()) {
            return unreadable(status);
        }
        return switch (status) {
            case 401 ->
                reasons.contains("youtubeSignupRequired")
                        ? new Fault.NotPermitted(said.and(NO_CHANNEL.said()))
                        : new Fault.TokenExpired(said);
            case 403 -> forbidden(response.endpoint(), reasons, said);
            case 404 -> new Fault.NotFound(said);
            case 400 -> badRequest(response.endpoint(), reasons, said);
            default -> new Fault.Unreadable(said);
        };
    }

    /// When the day of quotas ends: midnight at YouTube.
    static Instant midnight(Instant now) {
        return LocalDate.ofInstant(now, YouTubeConnector.ZONE)
                .plusDays(1)
                .atStartOfDay(YouTubeConnector.ZONE)
                .toInstant();
    }

    private static Instant retryAt(ApiResponse response, Instant now) {
        return response.header("retry-after")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> now.plusSeconds(Long.parseLong(seconds)))
                .orElse(now.plus(MINUTE));
    }

    private static Fault forbidden(String endpoint, Set<String> reasons, Said said) {
        if (has(reasons, OF_THE_APP)) {
            return new Fault.Misconfigured(said);
        }
        String scope = endpoint.equals(YouTubeCalls.REPORTS) ? "yt-analytics.readonly" : "youtube.readonly";
        return new Fault.NotPermitted(
                has(reasons, SCOPES) ? said.and(TICK_ALL.said(Map.of("permission", Value.name(scope)))) : said);
    }

    private static Fault badRequest(String endpoint, Set<String> reasons, Said said) {
        if (has(reasons, CURSORS)) {
            return new Fault.BatchRefused(said);
        }
        if (has(reasons, OF_THE_APP)) {
            return new Fault.Misconfigured(said);
        }
        if (!endpoint.equals(YouTubeCalls.REPORTS)) {
            return new Fault.Unreadable(said);
        }
        Set<String> named = ReportMetric.fields().stream()
                .filter(field -> said.english().matches("(?s).*\\b" + field + "\\b.*"))
                .collect(Collectors.toSet());
        return new Fault.MetricRefused(said, said.english().contains("Unknown identifier") ? named : Set.of());
    }

    private static boolean has(Set<String> reasons, Set<String> any) {
        return reasons.stream().anyMatch(any::contains);
    }

    /// As both styles of Google's errors have them.
    private static Set<String> reasons(JsonNode error) {
        return Stream.of("errors", "details")
                .flatMap(list -> error.path(list).valueStream())
                .map(one -> one.path("reason").asString(""))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Said said(int status, JsonNode error, Set<String> reasons) {
        String why = reasons.isEmpty() ? "" : " (" + reasons.stream().sorted().collect(Collectors.joining(", ")) + ")";
        String message =
                error.path("message").asString("").replaceAll("<[^>]*>", "").strip();
        return Saying.answers("YouTube", status + why, message.substring(0, Math.min(message.length(), LONGEST)));
    }

    private static Fault unreadable(int status) {
        return new Fault.Unreadable(Saying.notItsApi("YouTube", status));
    }
}
