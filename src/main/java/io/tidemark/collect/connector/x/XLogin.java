package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.ProofKey;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sign-in of X: OAuth 2 with a proof key, for an app that keeps a secret. Tokens live two hours; each renewal
/// brings a new token for the next.
public final class XLogin implements Login.ByConsent {
    private final Traits traits;
    private final URI authorize;
    private final URI tokens;

    public XLogin(ConnectorSettings settings, XConnector connector) {
        List<String> scopes = settings.list("scopes", "tweet.read,users.read,offline.access");
        traits = new Traits("x", "X", List.of(connector), scopes, true);
        authorize = settings.address("authorize-url", "https://x.com/i/oauth2/authorize");
        tokens = settings.address("token-url", settings.text("base-url", XConnector.BASE) + "/2/oauth2/token");
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        return URI.create(new Query(authorize.toString())
                .add("response_type", "code")
                .add("client_id", app.clientId())
                .add("redirect_uri", app.redirect().toString())
                .add("scope", String.join(" ", scopes()))
                .add("state", request.state())
                .add("code_challenge", ProofKey.challenge(request.proof()))
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
                request.proof().value());
        return new TokenGrant(title(), calls.post(tokens, form, app)).first(calls.now(), scopes());
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", renewal.value());
        return new TokenGrant(title(), calls.post(tokens, form, app)).renewed(calls.now(), grant);
    }
}
