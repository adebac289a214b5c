package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Login.App;
import io.tidemark.collect.connector.Login.Authorization;
import io.tidemark.collect.connector.Query;
import java.util.List;

/// What both sign-ins have in common.
final class TikTokGrants {
    private TikTokGrants() {}

    /// Where a person is sent.
    static Query query(String authorize, App app, Authorization request, List<String> scopes) {
        return new Query(authorize)
                .add("client_key", app.clientId())
                .add("scope", String.join(",", scopes))
                .add("response_type", "code")
                .add("redirect_uri", app.redirect().toString())
                .add("state", request.state());
    }
}
