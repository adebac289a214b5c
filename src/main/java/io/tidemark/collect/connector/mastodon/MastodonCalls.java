package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The calls. All are answered to the owner of a token; most servers answer them to everybody, as far as posts are
/// public.
final class MastodonCalls {
    static final String ME = "GET /api/v1/accounts/verify_credentials";
    static final String LOOKUP = "GET /api/v1/accounts/lookup";
    static final String ACCOUNT = "GET /api/v1/accounts/:id";
    static final String LISTED = "GET /api/v1/accounts/:id/statuses";
    static final String TOGETHER = "GET /api/v1/statuses";
    static final String ALONE = "GET /api/v1/statuses/:id";

    /// So many posts a page has at most.
    private static final String PAGE = "40";

    private MastodonCalls() {}

    /// Whose token it is.
    static ApiRequest me() {
        return ApiRequest.get(ME, "/api/v1/accounts/verify_credentials");
    }

    /// An account of the server that is asked.
    ///
    /// @param name without the server's
    static ApiRequest lookup(String name) {
        return ApiRequest.get(
                LOOKUP, new Query("/api/v1/accounts/lookup").add("acct", name).toString());
    }

    static JsonNode account(Api api, String id) {
        return api.call(ApiRequest.get(ACCOUNT, "/api/v1/accounts/" + encoded(id)));
    }

    /// A page of an account's posts, newest first, with the address of the next in its header.
    ///
    /// @param before the post that ended the page before; null for the first
    static ApiResponse posts(Api api, String account, boolean replies, @Nullable String before) {
        Query query = new Query("/api/v1/accounts/" + encoded(account) + "/statuses")
                .add("limit", PAGE)
                .add("exclude_reblogs", "true");
        if (!replies) {
            query.add("exclude_replies", "true");
        }
        if (before != null) {
            query.add("max_id", before);
        }
        return api.answer(ApiRequest.get(LISTED, query.toString()));
    }

    /// Several posts at once. Those that are not there are left out.
    static JsonNode together(Api api, Collection<String> ids) {
        String query = ids.stream().map(id -> "id%5B%5D=" + encoded(id)).collect(Collectors.joining("&"));
        return api.call(ApiRequest.get(TOGETHER, "/api/v1/statuses?" + query));
    }

    static JsonNode alone(Api api, String id) {
        return api.call(ApiRequest.get(ALONE, "/api/v1/statuses/" + encoded(id)));
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
