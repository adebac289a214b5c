package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What LinkedIn's refusals mean.
final class LinkedInFaults {
    private static final Sentence ADMINISTRATORS = Sentence.of(
            "linkedin_of_administrators", "Sign in as an administrator of the page, and grant rw_organization_admin.");
    private static final Sentence GRANT = Sentence.of("grant_permission", "Grant {permission} when you sign in.");
    private static final Sentence ROLE =
            Sentence.of("linkedin_of_a_role", "Sign in with a role in the page, and grant r_organization_social.");
    private static final Sentence GRANT_APPROVED =
            Sentence.of("linkedin_approved", "Grant {permission}, for which LinkedIn must have approved the app.");
    private static final Sentence OUT_OF_ORDER =
            Sentence.of("linkedin_out_of_order", "LinkedIn is out of order ({status}).");
    private static final Sentence VERSION = Sentence.of(
            "linkedin_version", "Set `version` of LinkedIn to one that is alive, written as year and month: 202604.");
    private static final Sentence CHANGED =
            Sentence.of("linkedin_changed", "Perhaps the version of the API has changed what it takes.");

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

    private static final Said OF_ADMINISTRATORS = ADMINISTRATORS.said();
    private static final Map<String, Said> TO_GRANT = Map.of(
            LinkedInCalls.ACLS, granting("rw_organization_admin"),
            LinkedInCalls.POSTS, ROLE.said(),
            LinkedInCalls.SHARE_STATISTICS, OF_ADMINISTRATORS,
            LinkedInCalls.FOLLOWER_STATISTICS, OF_ADMINISTRATORS,
            LinkedInCalls.PAGE_STATISTICS, OF_ADMINISTRATORS,
            LinkedInCalls.SOCIAL_METADATA, granting("r_organization_social_feed"),
            LinkedInCalls.MEMBER_POSTS, approved("r_member_postAnalytics"),
            LinkedInCalls.MEMBER_FOLLOWERS, approved("r_member_profileAnalytics"));

    private LinkedInFaults() {}

    /// Null where all is well.
    static @Nullable Fault of(ApiResponse response, Instant now) {
        JsonNode body = response.body();
        int status = response.status();
        if (status >= 500 || status == 408) {
            return new Fault.Passing(OUT_OF_ORDER.said(Map.of("status", Value.name(Integer.toString(status)))));
        }
        if (status >= 200 && status < 300) {
            return body != null && body.isObject() ? null : new Fault.Unreadable(Saying.notItsApi("LinkedIn", status));
        }
        Said said = said(status, body);
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

    private static Said said(int status, @Nullable JsonNode body) {
        String message = body == null ? "" : body.path("message").asString("");
        return Saying.answers("LinkedIn", Integer.toString(status), message);
    }

    private static Fault wrongVersion(Said said) {
        return new Fault.Misconfigured(said.and(VERSION.said()));
    }

    private static Fault token(Said said, String code, @Nullable JsonNode body) {
        int number = body == null ? 0 : body.path("serviceErrorCode").asInt(0);
        boolean dead = DEAD_TOKENS.contains(code) || number == REVOKED || number == INVALID;
        return dead ? new Fault.SignInGone(said) : new Fault.TokenExpired(said);
    }

    private static Fault refusal(String endpoint, Said said, int status) {
        boolean batch = BATCHES.contains(endpoint);
        if (said.english().contains(FOREIGN) || (batch && status == 400)) {
            return new Fault.BatchRefused(said);
        }
        if (status == 403) {
            return new Fault.NotPermitted(granting(endpoint, said));
        }
        return ONE_METRIC.contains(endpoint)
                ? new Fault.MetricRefused(said, Set.of())
                : new Fault.Misconfigured(said.and(CHANGED.said()));
    }

    /// For apps of the development tier some resources are not there at all.
    private static Fault missing(String endpoint, Said said) {
        boolean ofTier = endpoint.equals(LinkedInCalls.MEMBER_POSTS) || endpoint.equals(LinkedInCalls.MEMBER_FOLLOWERS);
        return ofTier ? new Fault.NotPermitted(granting(endpoint, said)) : new Fault.NotFound(said);
    }

    private static Said granting(String endpoint, Said said) {
        Said grant = TO_GRANT.get(endpoint);
        return grant == null ? said : said.and(grant);
    }

    private static Said granting(String permission) {
        return GRANT.said(Map.of("permission", Value.name(permission)));
    }

    private static Said approved(String permission) {
        return GRANT_APPROVED.said(Map.of("permission", Value.name(permission)));
    }

    /// Quotas are of a day in UTC; nothing in an answer says so.
    private static Instant midnight(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
