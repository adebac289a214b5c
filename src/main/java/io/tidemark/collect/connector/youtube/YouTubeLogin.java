package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.ProofKey;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sign-in of Google: OAuth 2 with a proof key. The person chooses a channel there, and each sign-in is of one.
/// Tokens live an hour; the token that renews them stays the same, and ends after seven days where the app is in
/// testing.
public final class YouTubeLogin implements Login.ByConsent {
    private static final String GRANT_TYPE = "grant_type";

    private final Traits traits;
    private final URI authorize;
    private final URI tokens;

    public YouTubeLogin(ConnectorSettings settings, YouTubeConnector connector) {
        List<String> scopes = settings.list(
                "scopes",
                "https://www.googleapis.com/auth/youtube.readonly,"
                        + "https://www.googleapis.com/auth/yt-analytics.readonly");
        traits = new Traits("youtube", "YouTube", List.of(connector), scopes, true);
        authorize = settings.address("authorize-url", "https://accounts.google.com/o/oauth2/v2/auth");
        tokens = settings.address("token-url", "https://oauth2.googleapis.com/token");
    }

    @Override
    public Traits traits() {
        return traits;
    }

    /// Without asking for consent again, Google gives whoever signed in before no token for renewal.
    @Override
    public URI authorization(App app, Authorization request) {
        return URI.create(new Query(authorize.toString())
                .add("response_type", "code")
                .add("client_id", app.clientId())
                .add("redirect_uri", app.redirect().toString())
                .add("scope", String.join(" ", scopes()))
                .add("access_type", "offline")
                .add("prompt", "consent")
                .add("include_granted_scopes", "true")
                .add("state", request.state())
                .add("code_challenge", ProofKey.challenge(request.proof()))
                .add("code_challenge_method", "S256")
                .toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = form(app);
        form.put(GRANT_TYPE, "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", app.redirect().toString());
        form.put("code_verifier", request.proof().value());
        return new TokenGrant("Google", calls.post(tokens, form, null)).first(calls.now(), scopes());
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
        return new TokenGrant("Google", calls.post(tokens, form, null)).renewed(calls.now(), grant);
    }

    private static Map<String, String> form(App app) {
        Map<String, String> form = new HashMap<>();
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret().value());
        return form;
    }
}
