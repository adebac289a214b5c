package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of the Accounts API mean. Their status is 200 whatever they say; each tells a code, 0 where all is
/// well.
final class BusinessFaults {
    private static final String OK = "0";
    /// Of the system's side.
    private static final String PASSING = "5\\d{4}";

    private final InstantSource clock;
    private final Set<String> ofTokens;
    private final Set<String> ofPermissions;
    private final Set<String> ofParameters;
    private final Set<String> ofLimits;

    /// The numbers of codes may be set.
    BusinessFaults(ConnectorSettings settings, InstantSource clock) {
        this.clock = clock;
        ofTokens = settings.set("codes.token", "40102,40104,40105");
        ofPermissions = settings.set("codes.permission", "40001");
        ofParameters = settings.set("codes.parameter", "40002");
        ofLimits = settings.set("codes.limit", "40016,40100,40133");
    }

    @Nullable
    Fault of(ApiResponse response) {
        JsonNode body = response.body();
        String code = body == null ? "" : Numbers.id(body.path("code"));
        if (body == null || code.isEmpty()) {
            return ofStatus(response);
        }
        Said said = Saying.answers("TikTok", code, body.path("message").asString(""));
        if (code.equals(OK)) {
            return null;
        }
        if (ofTokens.contains(code)) {
            return new Fault.TokenExpired(said);
        }
        if (ofPermissions.contains(code)) {
            return new Fault.NotPermitted(said);
        }
        if (ofLimits.contains(code)) {
            return new Fault.RateLimited(said, Fault.Scope.ENDPOINT, Waits.until(response, clock.instant()));
        }
        if (ofParameters.contains(code)) {
            return ofParameters(response.endpoint(), said);
        }
        return code.matches(PASSING) ? new Fault.Passing(said) : new Fault.Unreadable(said);
    }

    private static Fault ofParameters(String endpoint, Said said) {
        Set<String> metrics = Names.in(said.english());
        if (!metrics.isEmpty()) {
            return new Fault.MetricRefused(said, metrics);
        }
        return endpoint.equals(BusinessCalls.QUERY) ? new Fault.BatchRefused(said) : new Fault.Misconfigured(said);
    }

    private Fault ofStatus(ApiResponse response) {
        Said said = Saying.answers("TikTok", Integer.toString(response.status()), "");
        if (response.status() == 429) {
            return new Fault.RateLimited(said, Fault.Scope.ENDPOINT, Waits.until(response, clock.instant()));
        }
        return response.status() / 100 == 5
                ? new Fault.Passing(said)
                : new Fault.Unreadable(Saying.notItsApi("TikTok", response.status()));
    }
}
