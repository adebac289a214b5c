package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.Query;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The three reading calls. They are the same on an account's own server, which passes them on, and on the one that
/// shows everything that is public.
final class BlueskyCalls {
    static final String PROFILE = "GET app.bsky.actor.getProfile";
    static final String FEED = "GET app.bsky.feed.getAuthorFeed";
    static final String POSTS = "GET app.bsky.feed.getPosts";

    /// So many posts a call takes by their names.
    static final int MOST_BY_NAME = 25;

    private static final int PAGE = 100;

    private BlueskyCalls() {}

    /// @param actor a DID or a handle
    static JsonNode profile(Api api, String actor) {
        return call(api, PROFILE, query(PROFILE).add("actor", actor));
    }

    /// Posts and reposts of an account, newest first.
    ///
    /// @param cursor where the page begins; null for the newest
    static JsonNode feed(Api api, String actor, boolean withReplies, @Nullable String cursor) {
        Query query = query(FEED)
                .add("actor", actor)
                .add("limit", Integer.toString(PAGE))
                .add("filter", withReplies ? "posts_with_replies" : "posts_no_replies");
        return call(api, FEED, cursor == null ? query : query.add("cursor", cursor));
    }

    /// Whether an account shows anything at all.
    ///
    /// @throws io.tidemark.collect.connector.CallFailed where the account is not shown
    static boolean showsAny(Api api, String actor) {
        Query query = query(FEED).add("actor", actor).add("limit", "1");
        return !call(api, FEED, query).path("feed").isEmpty();
    }

    static JsonNode posts(Api api, Collection<String> uris) {
        Query query = query(POSTS);
        uris.forEach(uri -> query.add("uris", uri));
        return call(api, POSTS, query);
    }

    /// Where a method is called below the address of a server.
    static String path(String method) {
        return "/xrpc/" + method;
    }

    private static Query query(String endpoint) {
        return new Query(path(endpoint.substring(endpoint.indexOf(' ') + 1)));
    }

    private static JsonNode call(Api api, String endpoint, Query query) {
        return api.call(ApiRequest.get(endpoint, query.toString()));
    }
}
