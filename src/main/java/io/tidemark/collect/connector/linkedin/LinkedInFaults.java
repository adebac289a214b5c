package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What LinkedIn's refusals mean.
final class LinkedInFaults {
    private static final int REVOKED = 65601;
    private static final int INVALID = 65600;
    private static final Set<String> DEAD_TOKENS = Set.of("REVOKED_ACCESS_TOKEN", "INVALID_ACCESS_TOKEN");
    private static final Set<String> WRONG_VERSIONS = Set.of("NONEXISTENT_VERSION", "VERSION_MISSING");
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404);
    private static final String FOREIGN = "Unpermitted fields";

    /// Calls with several posts, of which one may spoil the call.
    private static final Set<String> BATCHES = Set.of(LinkedInCalls.SHARE_STATISTICS, LinkedInCalls.SOCIAL_METADATA);
    /// Calls of one metric, by a name that LinkedIn may not know.
    private static final Set<String> ONE_METRIC =
            Set.of(LinkedInCalls.VIDEO_ANALYTICS, LinkedInCalls.MEMBER_POSTS, LinkedInCalls.NETWORK_SIZES);

    /// An addition that scopes may not open, whatever LinkedIn calls its refusal.
    private static final Set<String> PICTURES = Set.of(LinkedInCalls.IMAGES, LinkedInCalls.VIDEOS);

    private static final String OF_ADMINISTRATORS =
            "Sign in as an administrator of the page, and grant rw_organization_admin.";
    private static final Map<String, String> TO_GRANT = Map.of(
            LinkedInCalls.ACLS, "Grant rw_organization_admin when you sign in.",
            LinkedInCalls.POSTS, "Sign in with a role in the page, and grant r_organization_social.",
            LinkedInCalls.SHARE_STATISTICS, OF_ADMINISTRATORS,
            LinkedInCalls.FOLLOWER_STATISTICS, OF_ADMINISTRATORS,
            LinkedInCalls.PAGE_STATISTICS, OF_ADMINISTRATORS,
            LinkedInCalls.SOCIAL_METADATA, "Grant r_organization_social_feed when you sign in.",
            LinkedInCalls.MEMBER_POSTS, "Grant r_member_postAnalytics, for which LinkedIn must have approved the app.",
            LinkedInCalls.MEMBER_FOLLOWERS,
                    "Grant r_member_profileAnalytics, for which LinkedIn must have approved the app.");

    private LinkedInFaults() {}

    /// Null where all is well.
    static @Nullable Fault of(ApiResponse response, Instant now) {
        JsonNode body = response.body();
        int status = response.status();
        if (status >= 500 || status == 408) {
            return new Fault.Passing("LinkedIn is out of order (%d).".formatted(status));
        }
        if (status >= 200 && status < 300) {
            return body != null && body.isObject()
                    ? null
                    : new Fault.Unreadable("LinkedIn answers with something else than JSON.");
        }
        String said = said(status, body);
        String code = body == null ? "" : body.path("code").asString("");
        if (WRONG_VERSIONS.contains(code)) {
            return wrongVersion(said);
        }
        if (PICTURES.contains(response.endpoint()) && REFUSALS.contains(status)) {
            return new Fault.NotPermitted(said);
        }
        return switch (status) {
            case 401 -> token(said, code, body);
            case 400, 403 -> refusal(response.endpoint(), said, status);
            case 404 -> missing(response.endpoint(), said);
            case 413, 414 -> new Fault.TooMuch(said);
            case 426 -> wrongVersion(said);
            case 429 -> new Fault.RateLimited(said, Fault.Scope.ENDPOINT, midnight(now));
            default -> new Fault.Unreadable(said);
        };
    }

    private static String said(int status, @Nullable JsonNode body) {
        String message = body == null ? "" : body.path("message").asString("");
        return "LinkedIn answers %d%s".formatted(status, message.isBlank() ? "." : ": " + message);
    }

    private static Fault wrongVersion(String said) {
        return new Fault.Misconfigured(
                said + " Set `version` of LinkedIn to one that is alive, written as year and month: 202604.");
    }

    private static Fault token(String said, String code, @Nullable JsonNode body) {
        int number = body == null ? 0 : body.path("serviceErrorCode").asInt(0);
        boolean dead = DEAD_TOKENS.contains(code) || number == REVOKED || number == INVALID;
        return dead ? new Fault.SignInGone(said) : new Fault.TokenExpired(said);
    }

    private static Fault refusal(String endpoint, String said, int status) {
        boolean batch = BATCHES.contains(endpoint);
        if (said.contains(FOREIGN) || (batch && status == 400)) {
            return new Fault.BatchRefused(said);
        }
        if (status == 403) {
            return new Fault.NotPermitted(granting(endpoint, said));
        }
        return ONE_METRIC.contains(endpoint)
                ? new Fault.MetricRefused(said, Set.of())
                : new Fault.Misconfigured(said + " Perhaps the version of the API has changed what it takes.");
    }

    /// For apps of the development tier some resources are not there at all.
    private static Fault missing(String endpoint, String said) {
        boolean ofTier = endpoint.equals(LinkedInCalls.MEMBER_POSTS) || endpoint.equals(LinkedInCalls.MEMBER_FOLLOWERS);
        return ofTier ? new Fault.NotPermitted(granting(endpoint, said)) : new Fault.NotFound(said);
    }

    private static String granting(String endpoint, String said) {
        String grant = TO_GRANT.get(endpoint);
        return grant == null ? said : said + " " + grant;
    }

    /// Quotas are of a day in UTC; nothing in an answer says so.
    private static Instant midnight(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
