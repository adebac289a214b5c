package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sign-in of Pinterest. Tokens live about thirty days; each renewal brings another token for the next one, which
/// is good for sixty.
public final class PinterestLogin implements Login.ByConsent {
    private static final Sentence WRONG_APP = Sentence.of("pinterest_wrong_app", "Look at the app's id and secret.");

    private final Traits traits;
    private final String authorize;
    private final URI tokens;

    public PinterestLogin(ConnectorSettings settings, PinterestConnector connector) {
        List<String> scopes = settings.list("scopes", "user_accounts:read,boards:read,pins:read");
        traits = new Traits(connector.key(), Platform.PINTEREST.title(), List.of(connector), scopes, false);
        authorize = settings.text("authorize-url", "https://www.pinterest.com/oauth/");
        tokens = settings.address("token-url", connector.base() + "/oauth/token");
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        return URI.create(new Query(authorize)
                .add("client_id", app.clientId())
                .add("redirect_uri", app.redirect().toString())
                .add("response_type", "code")
                .add("scope", scopes())
                .add("state", request.state())
                .toString());
    }

    /// Apps that were made before 25 September 2025 must say that renewing shall go on without end.
    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                app.redirect().toString(),
                "continuous_refresh",
                "true");
        try {
            return new TokenGrant(title(), calls.post(tokens, form, app)).first(calls.now(), scopes());
        } catch (CallFailed failed) {
            throw ofTheApp(failed);
        }
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

    /// Of an app that it does not know Pinterest says what it says of a bad token. A person who has just agreed has
    /// none.
    private static CallFailed ofTheApp(CallFailed failed) {
        Said said = failed.fault().said();
        return said.english().contains("Authentication failed")
                ? new CallFailed(new Fault.Misconfigured(said.and(WRONG_APP.said())), failed)
                : failed;
    }
}
