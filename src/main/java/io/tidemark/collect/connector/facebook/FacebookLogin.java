package io.tidemark.collect.connector.facebook;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.graph.GraphTokens;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sign-in of Facebook: it opens the pages that a person chooses in its dialog, and the Instagram accounts
/// that are linked to them. The tokens of pages that come of a long-lived token of a person do not end with it.
public final class FacebookLogin implements Login.ByConsent {
    private static final String SCOPES =
            "pages_show_list,pages_read_engagement,read_insights,instagram_basic,instagram_manage_insights";

    private final Traits traits;
    private final String dialog;
    private final String graph;

    public FacebookLogin(ConnectorSettings settings, FacebookConnector pages, InstagramConnector accounts) {
        traits = new Traits(
                "facebook",
                "Facebook (pages and the Instagram accounts linked to them)",
                List.of(pages, accounts),
                settings.list("scopes", SCOPES),
                false);
        String version = settings.text("version", "v26.0");
        dialog = settings.text("dialog-url", "https://www.facebook.com") + "/" + version + "/dialog/oauth";
        graph = settings.text("base-url", FacebookConnector.HOST) + "/" + version;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public URI authorization(App app, Authorization request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", app.clientId());
        query.put("redirect_uri", app.redirect().toString());
        query.put("state", request.state());
        query.put("response_type", "code");
        query.put("scope", String.join(",", scopes()));
        return GraphTokens.address(dialog, query);
    }

    @Override
    public Grant redeem(TokenCalls calls, App app, Authorization request, String code) {
        Map<String, String> first = credentials(app);
        first.put("redirect_uri", app.redirect().toString());
        first.put("code", GraphTokens.code(code));
        Secret shortLived = GraphTokens.token(calls.get(GraphTokens.address(graph + "/oauth/access_token", first)));
        Map<String, String> exchange = credentials(app);
        exchange.put("grant_type", "fb_exchange_token");
        exchange.put("fb_exchange_token", shortLived.value());
        JsonNode longLived = calls.get(GraphTokens.address(graph + "/oauth/access_token", exchange));
        return GraphTokens.grant(longLived, calls.now(), granted(calls, GraphTokens.token(longLived)));
    }

    /// A person signs in again before it ends; the tokens of pages go on meanwhile.
    @Override
    public @Nullable Grant renew(TokenCalls calls, App app, Grant grant) {
        return null;
    }

    /// A person may decline single permissions in the dialog.
    private Set<String> granted(TokenCalls calls, Secret token) {
        JsonNode answer =
                calls.get(GraphTokens.address(graph + "/me/permissions", Map.of("access_token", token.value())));
        Set<String> granted = new TreeSet<>();
        for (JsonNode permission : answer.path("data")) {
            if (permission.path("status").asString("").equals("granted")) {
                granted.add(permission.path("permission").asString(""));
            }
        }
        return granted;
    }

    private static Map<String, String> credentials(App app) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", app.clientId());
        query.put("client_secret", app.clientSecret().value());
        return query;
    }
}
