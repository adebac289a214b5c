package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A page of a timeline. X cuts pages before it takes out what was to be excluded, so that a page may be short
/// or empty and not the last.
final class XTimelines {
    private static final int REACH = 3200;
    private static final int REACH_WITHOUT_REPLIES = 800;
    private static final int RADIX = 36;

    private final XWords words;
    private final Instant now;
    private final Call call;
    private final SimulatedPictures pictures;
    private final Set<String> exclude;

    XTimelines(XWords words, Instant now, Call call, SimulatedPictures pictures) {
        this.pictures = pictures;
        this.words = words;
        this.now = now;
        this.call = call;
        exclude = XPosts.list(call, "exclude");
    }

    /// The page, with the posts to be billed.
    record TimelinePage(ObjectNode json, List<String> billed) {}

    TimelinePage page(SimulatedAccount account, String person) {
        int size = call.query("max_results").map(Integer::valueOf).orElse(10);
        List<SimulatedPost> rest = account.visible(now).stream()
                .sorted(Comparator.comparingLong(this::order).reversed())
                .limit(exclude.contains("replies") ? REACH_WITHOUT_REPLIES : REACH)
                .filter(this::isWithin)
                .filter(this::isAfterToken)
                .toList();
        List<SimulatedPost> cut = rest.subList(0, Math.min(size, rest.size()));
        XPosts posts = new XPosts(words, now, call, pictures);
        cut.stream().filter(this::isWanted).forEach(post -> add(posts, new XPosts.Found(account, post), person));
        ObjectNode json = posts.answer();
        ObjectNode meta = json.putObject("meta").put("result_count", posts.ids().size());
        if (!posts.ids().isEmpty()) {
            meta.put("newest_id", posts.ids().getFirst())
                    .put("oldest_id", posts.ids().getLast());
        }
        if (rest.size() > cut.size()) {
            meta.put("next_token", Long.toString(order(cut.getLast()), RADIX));
        }
        return new TimelinePage(json, posts.ids());
    }

    /// A post of which the author's numbers are asked for and refused is left out of a page.
    private void add(XPosts posts, XPosts.Found found, String person) {
        String id = newestId(found.post());
        if (posts.refusesPrivate(found, person)) {
            posts.problem(XProblems.field(id, XPosts.PRIVATE));
        } else {
            posts.add(found, id, false);
        }
    }

    private boolean isWanted(SimulatedPost post) {
        return !(post.kind().equals("repost") && exclude.contains("retweets"))
                && !(post.kind().equals("reply") && exclude.contains("replies"));
    }

    private boolean isWithin(SimulatedPost post) {
        Instant at = post.publishedAt();
        return call.query("start_time").map(Instant::parse).filter(at::isBefore).isEmpty()
                && call.query("end_time")
                        .map(Instant::parse)
                        .filter(end -> !at.isBefore(end))
                        .isEmpty();
    }

    private boolean isAfterToken(SimulatedPost post) {
        return call.query("pagination_token")
                .map(token -> Long.parseLong(token, RADIX))
                .filter(last -> order(post) >= last)
                .isEmpty();
    }

    private long order(SimulatedPost post) {
        return Long.parseLong(newestId(post));
    }

    private String newestId(SimulatedPost post) {
        return XIds.versions(post, now).getLast();
    }
}
