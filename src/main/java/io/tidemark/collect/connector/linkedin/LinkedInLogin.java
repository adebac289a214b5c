package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// LinkedIn's sign-in. Tokens live sixty days; only apps of approved partners may renew them, for a year that
/// renewing does not extend. Without a proof key: LinkedIn takes none from apps with a secret.
public final class LinkedInLogin implements Login.ByConsent {
    /// What pages need. A scope that the app was not approved for makes LinkedIn refuse the whole sign-in, so that
    /// those of people's posts are asked for only where the settings say so.
    private static final String SCOPES =
            "r_basicprofile,rw_organization_admin,r_organization_social,r_organization_social_feed";

    private final Traits traits;
    private final URI authorize;
    private final URI tokens;

    public LinkedInLogin(ConnectorSettings settings, LinkedIn connector) {
        traits = new Traits("linkedin", "LinkedIn", List.of(connector), scopes(settings), false);
        authorize = settings.address("authorize-url", "https://www.linkedin.com/oauth/v2/authorization");
        tokens = settings.address("token-url", "https://www.linkedin.com/oauth/v2/accessToken");
    }

    static List<String> scopes(ConnectorSettings settings) {
        return settings.list("scopes", SCOPES);
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
                .add("state", request.state())
                .add("scope", String.join(" ", scopes()))
                .toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", app.redirect().toString(),
                "client_id", app.clientId(),
                "client_secret", app.clientSecret().value());
        return new TokenGrant(title(), calls.post(tokens, form, null)).first(calls.now(), scopes());
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
        return new TokenGrant(title(), calls.post(tokens, form, null)).renewed(calls.now(), grant);
    }
}
