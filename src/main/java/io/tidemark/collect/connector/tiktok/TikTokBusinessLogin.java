package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sign-in of TikTok for Business, which opens the Accounts API. Tokens live a day; renewing may bring another
/// token for the next one, which is then the one that counts.
public final class TikTokBusinessLogin implements Login.ByConsent {
    private static final Sentence NOT_ITS_API = Sentence.of(
            "tiktok_sign_in_not_its_api", "TikTok answers the sign-in with something that its API does not say.");

    private static final String PASSING = "5\\d{4}|40016|40100|40133";

    private static final List<String> SECRETS = List.of("client_secret", "auth_code", "refresh_token");

    private final Traits traits;
    private final String authorize;
    private final String root;

    public TikTokBusinessLogin(ConnectorSettings settings, TikTokBusiness connector) {
        List<String> scopes = settings.list(
                "scopes",
                "user.info.basic,user.info.username,user.info.stats,user.info.profile,user.account.type,user.insights,video.list,video.insights");
        traits = new Traits("tiktok_business", "TikTok for Business", List.of(connector), scopes, false);
        authorize = settings.text("authorize-url", "https://www.tiktok.com/v2/auth/authorize/");
        root = BusinessCalls.root(settings);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        return URI.create(TikTokGrants.query(authorize, app, request, scopes()).toString());
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> fields = fields(app, "authorization_code");
        fields.put("auth_code", code);
        fields.put("redirect_uri", app.redirect().toString());
        return granted(calls, "/tt_user/oauth2/token/", fields).first(calls.now(), scopes());
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> fields = fields(app, "refresh_token");
        fields.put("refresh_token", renewal.value());
        return granted(calls, "/tt_user/oauth2/refresh_token/", fields).renewed(calls.now(), grant);
    }

    private TokenGrant granted(TokenCalls calls, String path, Map<String, String> fields) {
        JsonNode answer = calls.postJson(URI.create(root + path), fields);
        String code = Numbers.id(answer.path("code"));
        if (!code.equals("0")) {
            throw new CallFailed(refusal(code, answer.path("message").asString(""), fields));
        }
        return new TokenGrant("TikTok", answer.path("data"));
    }

    /// Refusals come with status 200. What TikTok says may repeat what was sent.
    private static Fault refusal(String code, String message, Map<String, String> sent) {
        Redaction redaction = new Redaction();
        SECRETS.forEach(name -> redaction.know(new Secret(sent.getOrDefault(name, ""))));
        String words = redaction.of("%s %s".formatted(code, message).strip());
        Said said = Saying.refusesSignIn("TikTok", words);
        if (code.isEmpty()) {
            return new Fault.Unreadable(NOT_ITS_API.said());
        }
        if (code.matches(PASSING)) {
            return new Fault.Passing(said);
        }
        boolean ofApp =
                words.contains("client_id") || words.contains("client_secret") || words.contains("redirect_uri");
        return ofApp ? new Fault.Misconfigured(said) : new Fault.SignInGone(said);
    }

    private static Map<String, String> fields(App app, String grantType) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", app.clientId());
        fields.put("client_secret", app.clientSecret().value());
        fields.put("grant_type", grantType);
        return fields;
    }
}
