package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// LinkedIn's sign-in. Tokens live sixty days; only apps of approved partners may renew them, for a year that
/// renewing does not extend. Without a proof key: LinkedIn takes none from apps with a secret.
public final class LinkedInLogin implements Login {
    /// What pages need. A scope that the app was not approved for makes LinkedIn refuse the whole sign-in, so that
    /// those of people's posts are asked for only where the settings say so.
    private static final String SCOPES =
            "r_basicprofile,rw_organization_admin,r_organization_social,r_organization_social_feed";

    private final List<Connector> connectors;
    private final List<String> scopes;
    private final URI authorize;
    private final URI tokens;

    public LinkedInLogin(ConnectorSettings settings, LinkedIn connector) {
        connectors = List.of(connector);
        scopes = scopes(settings);
        authorize = settings.address("authorize-url", "https://www.linkedin.com/oauth/v2/authorization");
        tokens = settings.address("token-url", "https://www.linkedin.com/oauth/v2/accessToken");
    }

    static List<String> scopes(ConnectorSettings settings) {
        return settings.list("scopes", SCOPES);
    }

    @Override
    public String key() {
        return "linkedin";
    }

    @Override
    public String title() {
        return "LinkedIn";
    }

    @Override
    public List<Connector> connectors() {
        return connectors;
    }

    @Override
    public List<String> scopes() {
        return scopes;
    }

    @Override
    public boolean proofKey() {
        return false;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", app.clientId());
        query.put("redirect_uri", app.redirect().toString());
        query.put("state", request.state());
        query.put("scope", String.join(" ", scopes));
        return URI.create(query.entrySet().stream()
                .map(part -> part.getKey() + "=" + RestLi.encoded(part.getValue()))
                .collect(Collectors.joining("&", authorize + "?", "")));
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", app.redirect().toString(),
                "client_id", app.clientId(),
                "client_secret", app.clientSecret().value());
        return grant(calls.post(tokens, form, null), calls.now(), null);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> form = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", renewal.value(),
                "client_id", app.clientId(),
                "client_secret", app.clientSecret().value());
        return grant(calls.post(tokens, form, null), calls.now(), grant);
    }

    /// @param former what is renewed, from which stays what the answer leaves out
    private Grant grant(JsonNode answer, Instant now, @Nullable Grant former) {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable("LinkedIn answers the sign-in without a token."));
        }
        String renewal = answer.path("refresh_token").asString("");
        Instant renewalEnds = end(answer.path("refresh_token_expires_in"), now);
        return new Grant(
                new Secret(token),
                renewal.isEmpty() ? (former == null ? null : former.renewal()) : new Secret(renewal),
                now,
                end(answer.path("expires_in"), now),
                renewalEnds == null && former != null ? former.renewalExpiresAt() : renewalEnds,
                granted(answer, former));
    }

    private static @Nullable Instant end(JsonNode seconds, Instant now) {
        return Numbers.read(seconds).stream()
                .mapToObj(life -> now.plusSeconds((long) life))
                .findFirst()
                .orElse(null);
    }

    /// LinkedIn has written them with spaces and with commas.
    private Set<String> granted(JsonNode answer, @Nullable Grant former) {
        String granted = answer.path("scope").asString("");
        if (granted.isBlank()) {
            return former == null ? Set.copyOf(scopes) : former.scopes();
        }
        return Arrays.stream(granted.split("[ ,]+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }
}
