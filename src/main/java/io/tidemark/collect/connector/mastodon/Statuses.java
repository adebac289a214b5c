package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A page of posts. The address of the next stands in a header: of it the post is taken before which the page begins,
/// and nothing else, so that no server leads to another.
record Statuses(List<Status> posts, @Nullable String next) {
    private static final Sentence NO_LIST = Sentence.of("mastodon_no_list", "The server's list of posts is none.");
    private static final Sentence NO_NEXT =
            Sentence.of("mastodon_no_next", "The server does not say where the list of posts goes on.");

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,<]*\\brel\\s*=\\s*\"?next\\b");
    private static final Pattern MAX_ID = Pattern.compile("[?&]max_id=([\\w-]{1,64})(?:&|$)");

    /// @throws CallFailed where it is no page of posts
    static Statuses of(ApiResponse answer) {
        JsonNode body = answer.body();
        if (body == null || !body.isArray()) {
            throw new CallFailed(new Fault.Unreadable(NO_LIST.said()));
        }
        List<Status> posts = body.valueStream().map(Status::of).toList();
        return new Statuses(posts, next(answer, posts));
    }

    /// Without the header (as where stored answers are read) the page ends at its last post.
    private static @Nullable String next(ApiResponse answer, List<Status> posts) {
        Optional<String> link = answer.header("link");
        if (link.isEmpty()) {
            return posts.isEmpty() ? null : posts.getLast().id();
        }
        Matcher next = NEXT.matcher(link.get());
        if (!next.find()) {
            return null;
        }
        Matcher before = MAX_ID.matcher(next.group(1));
        if (!before.find()) {
            throw new CallFailed(new Fault.Unreadable(NO_NEXT.said()));
        }
        return before.group(1);
    }
}
