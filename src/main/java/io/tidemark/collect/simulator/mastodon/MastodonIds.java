package io.tidemark.collect.simulator.mastodon;

import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;

/// How a server numbers posts: by the millisecond.
final class MastodonIds {
    private static final int SEQUENCE_BITS = 16;

    private MastodonIds() {}

    static String id(SimulatedPost post) {
        return id(post.publishedAt(), post.number());
    }

    static String id(Instant at, int number) {
        return Long.toString((at.toEpochMilli() << SEQUENCE_BITS) + number);
    }
}
