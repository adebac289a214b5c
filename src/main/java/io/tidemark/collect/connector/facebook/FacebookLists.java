package io.tidemark.collect.connector.facebook;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The lists of a page's posts. Many pages have their reels in a list of their own only; a reel that stands in
/// both has the same id in both.
final class FacebookLists {
    static final Listing POSTS = Listing.posts(false);
    static final Listing REELS = new Listing("reels", true, true, false, false, false);

    private static final int PER_PAGE = 50;

    private final GraphCalls calls;

    FacebookLists(GraphCalls calls) {
        this.calls = calls;
    }

    Page<ListedPost> page(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return listing.name().equals(REELS.name()) ? reels(api, account, cursor) : posts(api, account, since, cursor);
    }

    private Page<ListedPost> posts(Api api, TrackedAccount account, @Nullable Instant since, @Nullable String cursor) {
        GraphRequest request = GraphRequest.of(
                        "GET /{page}/published_posts", "/" + account.externalId() + "/published_posts")
                .with("fields", FacebookPost.FIELDS);
        GraphRequest asked = since == null ? request : request.with("since", since.getEpochSecond());
        Page<JsonNode> page = calls.page(api, account.token(), asked, PER_PAGE, cursor);
        List<ListedPost> posts = page.items().stream()
                .filter(FacebookPost::isPublished)
                .map(post -> FacebookPost.listed(post, account.externalId()))
                .toList();
        return new Page<>(posts, page.next());
    }

    private Page<ListedPost> reels(Api api, TrackedAccount account, @Nullable String cursor) {
        GraphRequest request = GraphRequest.of("GET /{page}/video_reels", "/" + account.externalId() + "/video_reels")
                .with("fields", FacebookPost.REEL_FIELDS);
        try {
            Page<JsonNode> page = calls.page(api, account.token(), request, PER_PAGE, cursor);
            List<ListedPost> reels = page.items().stream()
                    .map(reel -> FacebookPost.reel(reel, account.externalId()))
                    .toList();
            return new Page<>(reels, page.next());
        } catch (CallFailed failed) {
            if (cursor == null && isNoSuchList(failed.fault())) {
                return new Page<>(List.of(), null);
            }
            throw failed;
        }
    }

    /// Not every page has the list: then its reels are among its posts, or it has none.
    private static boolean isNoSuchList(Fault fault) {
        return fault instanceof Fault.NotPermitted
                || fault instanceof Fault.Misconfigured
                || fault instanceof Fault.MetricRefused;
    }
}
