package io.tidemark.collect.connector.youtube;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sign-in of Google: OAuth 2 with a proof key. The person chooses a channel there, and each sign-in is of one.
/// Tokens live an hour; the token that renews them stays the same, and ends after seven days where the app is in
/// testing.
public final class YouTubeLogin implements Login {
    private static final String GRANT_TYPE = "grant_type";

    private final List<Connector> connectors;
    private final List<String> scopes;
    private final URI authorize;
    private final URI tokens;

    public YouTubeLogin(ConnectorSettings settings, YouTubeConnector connector) {
        connectors = List.of(connector);
        scopes = settings.list(
                "scopes",
                "https://www.googleapis.com/auth/youtube.readonly,"
                        + "https://www.googleapis.com/auth/yt-analytics.readonly");
        authorize = settings.address("authorize-url", "https://accounts.google.com/o/oauth2/v2/auth");
        tokens = settings.address("token-url", "https://oauth2.googleapis.com/token");
    }

    @Override
    public String key() {
        return "youtube";
    }

    @Override
    public String title() {
        return "YouTube";
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

    /// Without asking for consent again, Google gives whoever signed in before no token for renewal.
    @Override
    public URI authorization(App app, Authorization request) {
        return URI.create(new Query(authorize.toString())
                .add("response_type", "code")
                .add("client_id", app.clientId())
                .add("redirect_uri", app.redirect().toString())
                .add("scope", String.join(" ", scopes))
                .add("access_type", "offline")
                .add("prompt", "consent")
                .add("include_granted_scopes", "true")
                .add("state", request.state())
                .add("code_challenge", ProofKey.challenge(verifier(request)))
                .add("code_challenge_method", "S256")
                .toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = form(app);
        form.put(GRANT_TYPE, "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", app.redirect().toString());
        form.put("code_verifier", verifier(request).value());
        return grant(calls.post(tokens, form, null), calls.now(), null);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> form = form(app);
        form.put(GRANT_TYPE, "refresh_token");
        form.put("refresh_token", renewal.value());
        return grant(calls.post(tokens, form, null), calls.now(), grant);
    }

    private static Map<String, String> form(App app) {
        Map<String, String> form = new HashMap<>();
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret().value());
        return form;
    }

    /// @param former what is renewed, from which stays what the answer leaves out
    private static Grant grant(JsonNode answer, Instant now, @Nullable Grant former) {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable("Google answers the sign-in without a token."));
        }
        String renewal = answer.path("refresh_token").asString("");
        Instant renewalEnd = after(now, answer.path("refresh_token_expires_in"));
        return new Grant(
                new Secret(token),
                renewal.isEmpty() && former != null ? former.renewal() : renewal.isEmpty() ? null : new Secret(renewal),
                now,
                after(now, answer.path("expires_in")),
                renewalEnd == null && former != null ? former.renewalExpiresAt() : renewalEnd,
                scopes(answer, former));
    }

    private static @Nullable Instant after(Instant now, JsonNode seconds) {
        OptionalDouble told = Numbers.read(seconds);
        return told.isPresent() ? now.plusSeconds((long) told.getAsDouble()) : null;
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
            throw new IllegalArgumentException("Google takes no sign-in of ours without a proof key");
        }
        return verifier;
    }
}
