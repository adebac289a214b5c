package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sign-in of TikTok for Business, which opens the Accounts API. Tokens live a day; renewing may bring another
/// token
/// for the next one, which is then the one that counts.
public final class TikTokBusinessLogin implements Login {
    private static final String RENEWAL_END = "refresh_token_expires_in";
    private static final String PASSING = "5\\d{4}|40016|40100|40133";

    private static final List<String> SECRETS = List.of("client_secret", "auth_code", "refresh_token");

    private final List<Connector> connectors;
    private final List<String> scopes;
    private final String authorize;
    private final String root;

    public TikTokBusinessLogin(ConnectorSettings settings, TikTokBusiness connector) {
        connectors = List.of(connector);
        scopes = settings.list(
                "scopes",
                "user.info.basic,user.info.username,user.info.stats,user.info.profile,user.account.type,user.insights,video.list,video.insights");
        authorize = settings.text("authorize-url", "https://www.tiktok.com/v2/auth/authorize/");
        root = BusinessCalls.root(settings);
    }

    @Override
    public String key() {
        return "tiktok_business";
    }

    @Override
    public String title() {
        return "TikTok for Business";
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
        return false;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_key", app.clientId());
        query.put("scope", String.join(",", scopes));
        query.put("response_type", "code");
        query.put("redirect_uri", app.redirect().toString());
        query.put("state", request.state());
        return TikTokGrants.address(authorize, query);
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> fields = fields(app, "authorization_code");
        fields.put("auth_code", code);
        fields.put("redirect_uri", app.redirect().toString());
        return grant(calls, "/tt_user/oauth2/token/", fields, null);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> fields = fields(app, "refresh_token");
        fields.put("refresh_token", renewal.value());
        return grant(calls, "/tt_user/oauth2/refresh_token/", fields, grant);
    }

    private Grant grant(TokenCalls calls, String path, Map<String, String> fields, @Nullable Grant former) {
        JsonNode answer = calls.postJson(URI.create(root + path), fields);
        String code = Numbers.id(answer.path("code"));
        if (!code.equals("0")) {
            throw new CallFailed(refusal(code, answer.path("message").asString(""), fields));
        }
        return TikTokGrants.grant(answer.path("data"), RENEWAL_END, calls.now(), former);
    }

    /// Refusals come with status 200. What TikTok says may repeat what was sent.
    private static Fault refusal(String code, String message, Map<String, String> sent) {
        Redaction redaction = new Redaction();
        SECRETS.forEach(name -> redaction.know(new Secret(sent.getOrDefault(name, ""))));
        String said = redaction.of("TikTok refuses the sign-in with %s: %s".formatted(code, message));
        if (code.isEmpty()) {
            return new Fault.Unreadable("TikTok answers the sign-in with something that its API does not say.");
        }
        if (code.matches(PASSING)) {
            return new Fault.Passing(said);
        }
        boolean ofApp = said.contains("client_id") || said.contains("client_secret") || said.contains("redirect_uri");
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
