package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.graph.GraphTokens;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Instagram's own sign-in: it opens the account that signs in, without a page of Facebook. Its token lives
/// sixty days and is renewed by itself, once it is a day old and as long as it lives.
public final class InstagramLogin implements Login.ByConsent {
    private static final Duration RENEWABLE_AFTER = Duration.ofHours(24);

    private final Traits traits;
    private final String authorize;
    private final URI tokens;
    private final String graph;

    /// @param connector made by [InstagramConnector#direct]
    public InstagramLogin(ConnectorSettings settings, InstagramConnector connector) {
        List<String> scopes = settings.list("scopes", "instagram_business_basic,instagram_business_manage_insights");
        traits = new Traits(
                "instagram_login", "Instagram (with an Instagram account)", List.of(connector), scopes, false);
        authorize = settings.text("authorize-url", "https://www.instagram.com/oauth/authorize");
        tokens = settings.address("token-url", "https://api.instagram.com/oauth/access_token");
        graph = connector.base().toString();
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", app.clientId());
        query.put("redirect_uri", app.redirect().toString());
        query.put("response_type", "code");
        query.put("scope", String.join(",", scopes()));
        query.put("state", request.state());
        return GraphTokens.address(authorize, query);
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret().value());
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", app.redirect().toString());
        form.put("code", GraphTokens.code(code));
        JsonNode answer = calls.post(tokens, form, null);
        // Some answers are wrapped.
        JsonNode first = answer.has("data") ? answer.path("data").path(0) : answer;
        Map<String, String> exchange = new LinkedHashMap<>();
        exchange.put("grant_type", "ig_exchange_token");
        exchange.put("client_secret", app.clientSecret().value());
        exchange.put("access_token", GraphTokens.token(first).value());
        JsonNode longLived = calls.get(GraphTokens.address(graph + "/access_token", exchange));
        return GraphTokens.grant(longLived, calls.now(), granted(first.path("permissions")));
    }

    /// A token that is less than a day old stays as it is: Instagram does not renew it yet.
    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        if (calls.now().isBefore(grant.issuedAt().plus(RENEWABLE_AFTER))) {
            return grant;
        }
        Secret token = grant.token();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("grant_type", "ig_refresh_token");
        query.put("access_token", token.value());
        JsonNode answer = calls.get(GraphTokens.address(graph + "/refresh_access_token", query));
        return GraphTokens.grant(answer, calls.now(), grant.scopes());
    }

    /// A list, or one text with commas.
    private static Set<String> granted(JsonNode permissions) {
        Set<String> granted = new TreeSet<>();
        if (permissions.isArray()) {
            permissions.forEach(permission -> granted.add(permission.asString("")));
        } else {
            granted.addAll(Arrays.asList(permissions.asString("").split("\\s*,\\s*", -1)));
        }
        granted.remove("");
        return granted;
    }
}
