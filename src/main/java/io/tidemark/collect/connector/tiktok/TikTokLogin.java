package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Query;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
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
/// next one, and the one before is good no more.
public final class TikTokLogin implements Login.ByConsent {
    private final Traits traits;
    private final String authorize;
    private final URI tokens;

    public TikTokLogin(ConnectorSettings settings, TikTokDisplay connector) {
        List<String> scopes = settings.list("scopes", "user.info.basic,user.info.profile,user.info.stats,video.list");
        boolean proofKey = settings.text("proof-key", "no").equals("yes");
        traits = new Traits("tiktok", "TikTok", List.of(connector), scopes, proofKey);
        authorize = settings.text("authorize-url", "https://www.tiktok.com/v2/auth/authorize/");
        tokens = settings.address("token-url", settings.text("base-url", DisplayCalls.BASE) + "/v2/oauth/token/");
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Query query = TikTokGrants.query(authorize, app, request, scopes());
        Secret verifier = request.verifier();
        if (verifier != null) {
            query.add("code_challenge", challenge(verifier)).add("code_challenge_method", "S256");
        }
        return URI.create(query.toString());
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
        return new TokenGrant(title(), calls.post(tokens, form, null)).first(calls.now(), scopes());
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        Secret renewal = grant.renewal();
        if (renewal == null) {
            return null;
        }
        Map<String, String> form = form(app, "refresh_token");
        form.put("refresh_token", renewal.value());
        return new TokenGrant(title(), calls.post(tokens, form, null)).renewed(calls.now(), grant);
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
