package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.ProofKey;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sign-in of X: OAuth 2 with a proof key, for an app that keeps a secret. Tokens live two hours; each renewal
/// brings
/// a new token for the next.
public final class XLogin implements Login {
    private final List<Connector> connectors;
    private final List<String> scopes;
    private final URI authorize;
    private final URI tokens;

    public XLogin(ConnectorSettings settings, XConnector connector) {
        connectors = List.of(connector);
        scopes = settings.list("scopes", "tweet.read,users.read,offline.access");
        authorize = settings.address("authorize-url", "https://x.com/i/oauth2/authorize");
        tokens = settings.address("token-url", settings.text("base-url", XConnector.BASE) + "/2/oauth2/token");
    }

    @Override
    public String key() {
        return "x";
    }

    @Override
    public String title() {
        return "X";
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
        return true;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        return URI.create(new Query(authorize.toString())
                .add("response_type", "code")
                .add("client_id", app.clientId())
                .add("redirect_uri", app.redirect().toString())
                .add("scope", String.join(" ", scopes))
                .add("state", request.state())
                .add("code_challenge", ProofKey.challenge(verifier(request)))
                .add("code_challenge_method", "S256")
                .toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                app.redirect().toString(),
                "code_verifier",
                verifier(request).value());
        return grant(calls.post(tokens, form, app), calls.now(), null);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", renewal.value());
        return grant(calls.post(tokens, form, app), calls.now(), grant);
    }

    /// @param former what is renewed, from which stays what the answer leaves out
    private static Grant grant(JsonNode answer, Instant now, @Nullable Grant former) {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable("X answers the sign-in without a token."));
        }
        String renewal = answer.path("refresh_token").asString("");
        OptionalDouble seconds = Numbers.read(answer.path("expires_in"));
        Secret kept = former == null ? null : former.renewal();
        return new Grant(
                new Secret(token),
                renewal.isEmpty() ? kept : new Secret(renewal),
                now,
                seconds.isPresent() ? now.plusSeconds((long) seconds.getAsDouble()) : null,
                null,
                scopes(answer, former));
    }

    private static Set<String> scopes(JsonNode answer, @Nullable Grant former) {
        String granted = answer.path("scope").asString("");
        if (granted.isEmpty() && former != null) {
            return former.scopes();
        }
        return Arrays.stream(granted.split(" "))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Secret verifier(Authorization request) {
        Secret verifier = request.verifier();
        if (verifier == null) {
            throw new IllegalArgumentException("X takes no sign-in without a proof key");
        }
        return verifier;
    }
}
