package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.graph.OwnerSignIn;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Instagram's own sign-in: it opens the account that signs in, without a page of Facebook.
public final class InstagramLogin implements Login.ByConsent {
    private final Traits traits;
    private final OwnerSignIn owner;

    /// @param connector made by [InstagramConnector#direct]
    public InstagramLogin(ConnectorSettings settings, InstagramConnector connector) {
        List<String> scopes = settings.list("scopes", "instagram_business_basic,instagram_business_manage_insights");
        traits = new Traits(
                "instagram_login", "Instagram (with an Instagram account)", List.of(connector), scopes, false);
        owner = new OwnerSignIn(
                "ig",
                settings.text("authorize-url", "https://www.instagram.com/oauth/authorize"),
                settings.address("token-url", "https://api.instagram.com/oauth/access_token"),
                connector.base().toString(),
                scopes);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        return owner.authorization(app, request);
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        return owner.redeem(calls, app, code);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        return owner.renew(calls, grant);
    }
}
