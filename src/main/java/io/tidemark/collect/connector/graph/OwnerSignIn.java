package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Login;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How the owner of an account of Instagram or Threads signs in. A code is exchanged for a token of hours, and that for
/// one of sixty days, which is renewed by itself once it is a day old and as long as it lives.
///
/// @param prefix of the kinds of exchange: `ig`, `th`
/// @param authorize where the owner agrees
/// @param tokens where codes are redeemed
/// @param graph where tokens are exchanged and renewed, without a slash at the end
/// @param scopes what is asked for, and granted where no answer says otherwise
public record OwnerSignIn(String prefix, String authorize, URI tokens, String graph, List<String> scopes) {
    private static final Duration RENEWABLE_AFTER = Duration.ofHours(24);

    public OwnerSignIn {
        scopes = List.copyOf(scopes);
    }

    /// Where the owner is sent.
    public URI authorization(Login.App app, Login.Authorization request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", app.clientId());
        query.put("redirect_uri", app.redirect().toString());
        query.put("response_type", "code");
        query.put("scope", String.join(",", scopes));
        query.put("state", request.state());
        return GraphTokens.address(authorize, query);
    }

    public Login.Grant redeem(Login.TokenCalls calls, Login.App app, String code) {
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
        exchange.put("grant_type", prefix + "_exchange_token");
        exchange.put("client_secret", app.clientSecret().value());
        exchange.put("access_token", GraphTokens.token(first).value());
        JsonNode longLived = calls.get(GraphTokens.address(graph + "/access_token", exchange));
        return GraphTokens.grant(longLived, calls.now(), granted(first.path("permissions"), scopes));
    }

    /// A token that is less than a day old stays as it is: it is not renewed yet.
    public Login.@Nullable Grant renew(Login.TokenCalls calls, Login.Grant grant) {
        if (calls.now().isBefore(grant.issuedAt().plus(RENEWABLE_AFTER))) {
            return grant;
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("grant_type", prefix + "_refresh_token");
        query.put("access_token", grant.token().value());
        JsonNode answer = calls.get(GraphTokens.address(graph + "/refresh_access_token", query));
        return GraphTokens.grant(answer, calls.now(), grant.scopes());
    }

    /// A list, or one text with commas.
    private static Set<String> granted(JsonNode permissions, Collection<String> otherwise) {
        Set<String> granted = new TreeSet<>();
        if (permissions.isArray()) {
            permissions.forEach(permission -> granted.add(permission.asString("")));
        } else {
            granted.addAll(Arrays.asList(permissions.asString("").split("\\s*,\\s*", -1)));
        }
        granted.remove("");
        return granted.isEmpty() ? Set.copyOf(otherwise) : granted;
    }
}
