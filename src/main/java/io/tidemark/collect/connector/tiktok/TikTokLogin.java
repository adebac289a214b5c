package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// TikTok's Login Kit, which opens the Display API. Tokens live two hours; each renewal brings another token for the
/// next
/// one, and the one before is good no more.
public final class TikTokLogin implements Login {
    private static final String RENEWAL_END = "refresh_expires_in";

    private final List<Connector> connectors;
    private final List<String> scopes;
    private final boolean proofKey;
    private final String authorize;
    private final URI tokens;

    public TikTokLogin(ConnectorSettings settings, TikTokDisplay connector) {
        connectors = List.of(connector);
        scopes = settings.list("scopes", "user.info.basic,user.info.profile,user.info.stats,video.list");
        proofKey = settings.text("proof-key", "no").equals("yes");
        authorize = settings.text("authorize-url", "https://www.tiktok.com/v2/auth/authorize/");
        tokens = settings.address("token-url", settings.text("base-url", DisplayCalls.BASE) + "/v2/oauth/token/");
    }

    @Override
    public String key() {
        return "tiktok";
    }

    @Override
    public String title() {
        return "TikTok";
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
        return proofKey;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_key", app.clientId());
        query.put("scope", String.join(",", scopes));
        query.put("response_type", "code");
        query.put("redirect_uri", app.redirect().toString());
        query.put("state", request.state());
        Secret verifier = request.verifier();
        if (verifier != null) {
            query.put("code_challenge", challenge(verifier));
            query.put("code_challenge_method", "S256");
        }
        return TikTokGrants.address(authorize, query);
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> form = form(app, "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", app.redirect().toString());
        Secret verifier = request.verifier();
        if (verifier != null) {
            form.put("code_verifier", verifier.value());
        }
        return TikTokGrants.grant(calls.post(tokens, form, null), RENEWAL_END, calls.now(), null);
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> form = form(app, "refresh_token");
        form.put("refresh_token", renewal.value());
        return TikTokGrants.grant(calls.post(tokens, form, null), RENEWAL_END, calls.now(), grant);
    }

    private static Map<String, String> form(App app, String grantType) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_key", app.clientId());
        form.put("client_secret", app.clientSecret().value());
        form.put("grant_type", grantType);
        return form;
    }

    /// In hexadecimal digits, unlike anybody else's.
    private static String challenge(Secret verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(verifier.value().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
