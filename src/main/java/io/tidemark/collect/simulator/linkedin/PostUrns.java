package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of posts: the upper bits of the number are the milliseconds of publication.
final class PostUrns {
    private static final int LOWER_BITS = 22;
    private static final Set<String> UGC_POSTS = Set.of("video", "document", "carousel", "poll");

    private PostUrns() {}

    record Found(SimulatedAccount account, SimulatedPost post) {}

    static String of(SimulatedPost post) {
        return of(post.kind(), post.publishedAt(), post.number());
    }

    static String of(String kind, Instant publishedAt, int number) {
        long id = publishedAt.toEpochMilli() << LOWER_BITS | number;
        return "urn:li:%s:%d".formatted(UGC_POSTS.contains(kind) ? "ugcPost" : "share", id);
    }

    static Map<String, Found> all(List<SimulatedAccount> accounts) {
        Map<String, Found> posts = new HashMap<>();
        accounts.forEach(account -> account.posts().forEach(post -> posts.put(of(post), new Found(account, post))));
        return posts;
    }
}
