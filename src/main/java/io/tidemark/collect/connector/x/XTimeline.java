package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Timelines of accounts, a page at a time.
final class XTimeline {
    private static final Groups OPEN = new Groups(Set.of(Groups.PUBLIC, Groups.OF_MEDIA));

    private final XCalls calls;
    private final Set<String> own;

    /// @param own groups of numbers that X shows the author alone
    XTimeline(XCalls calls, Set<String> own) {
        this.calls = calls;
        this.own = own;
    }

    /// A place in a timeline with what X says of it.
    private record Answer(Stretch stretch, JsonNode json) {}

    Page<ListedPost> page(
            Api api, TrackedAccount account, List<String> exclude, @Nullable Instant since, @Nullable String cursor) {
        Stretch stretch = cursor == null
                ? Stretch.first(since, api.now().minus(XConnector.OWN_NUMBERS_FOR))
                : Stretch.parse(cursor);
        Answer answer = ask(api, account.externalId(), exclude, stretch);
        return new Page<>(posts(answer.json(), account), next(answer, since));
    }

    /// Where X refuses the author's numbers of a post it leaves the post out: the page is asked for again
    /// without them, and so are those after it.
    private Answer ask(Api api, String user, List<String> exclude, Stretch stretch) {
        Groups groups = stretch.open() ? OPEN : OPEN.with(own);
        JsonNode json = calls.timeline(api, user, stretch, exclude, groups);
        boolean refused = XProblem.in(json).stream().anyMatch(XProblem::isOfField);
        if (stretch.open() || own.isEmpty() || !refused) {
            return new Answer(stretch, json);
        }
        return ask(api, user, exclude, stretch.opened());
    }

    private static @Nullable String next(Answer answer, @Nullable Instant since) {
        String token = answer.json().path("meta").path("next_token").asString("");
        if (!token.isEmpty()) {
            return answer.stretch().page(token).cursor();
        }
        Stretch before = answer.stretch().before(since);
        return before == null ? null : before.cursor();
    }

    private static List<ListedPost> posts(JsonNode json, TrackedAccount account) {
        Map<String, JsonNode> media = XMedia.included(json);
        List<ListedPost> posts = new ArrayList<>();
        for (JsonNode each : json.path("data")) {
            XPost post = XPost.of(each, media);
            if (!post.isRepost()) {
                posts.add(listed(post, account));
            }
        }
        return posts;
    }

    private static ListedPost listed(XPost post, TrackedAccount account) {
        String kind = post.placement() == Placement.REPLY
                ? LivePost.REPLY
                : post.format().name().toLowerCase(Locale.ROOT);
        return new ListedPost(
                new PostRef(post.newestId(), kind, post.publishedAt()),
                post.aliases(),
                version(post, account.key().handle()),
                XMetrics.of(post),
                post.thumbnail());
    }

    private static PostVersion version(XPost post, String handle) {
        return new PostVersion(
                post.publishedAt(),
                post.placement(),
                post.format(),
                post.text(),
                "https://x.com/" + handle + "/status/" + post.newestId(),
                XMetrics.isPromoted(post) ? Boosted.YES : Boosted.UNKNOWN,
                false);
    }
}
