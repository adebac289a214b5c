package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.words.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The list of a channel's own videos, newest first. It names them alone: what they are is asked for page by page.
record Uploads(YouTubeCalls calls, Owned owned) {
    private static final Sentence NO_LIST =
            Sentence.of("youtube_without_list", "YouTube does not say which list holds the channel's videos.");

    /// Between the list and the token of its page.
    private static final String SEPARATOR = "~";

    Page<ListedPost> page(Api api, TrackedAccount account, @Nullable String cursor) {
        String place = cursor == null ? owned.channel(api, account).uploads() + SEPARATOR : cursor;
        int end = place.indexOf(SEPARATOR);
        String list = place.substring(0, Math.max(0, end));
        if (list.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(NO_LIST.said()));
        }
        JsonNode answer = listed(api, list, place.substring(end + 1), cursor == null);
        if (answer == null) {
            return new Page<>(List.of(), null);
        }
        List<String> ids = answer.path("items")
                .valueStream()
                .map(item -> Numbers.id(item.path("contentDetails").path("videoId")))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        String next = answer.path("nextPageToken").asString("");
        return new Page<>(videos(api, ids), next.isEmpty() ? null : list + SEPARATOR + next);
    }

    /// A channel that never published anything has no list: null.
    private @Nullable JsonNode listed(Api api, String list, String page, boolean first) {
        try {
            return calls.uploads(api, list, page);
        } catch (CallFailed failed) {
            if (first && failed.fault() instanceof Fault.NotFound) {
                return null;
            }
            throw failed;
        }
    }

    private List<ListedPost> videos(Api api, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return calls.videos(api, ids)
                .path("items")
                .valueStream()
                .map(Video::of)
                .filter(Video::isPublished)
                .map(Video::listed)
                .toList();
    }
}
