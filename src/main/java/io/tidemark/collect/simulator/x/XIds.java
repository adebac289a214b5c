package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How X numbers posts: by the millisecond. Some posts are edited soon after they were published, which gives them a
/// second number.
final class XIds {
    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int SEQUENCE_BITS = 22;
    private static final int EVERY_SO_MANY = 9;
    private static final Duration EDITED_AFTER = Duration.ofMinutes(10);

    private XIds() {}

    static boolean isEdited(SimulatedPost post, Instant now) {
        return post.number() % EVERY_SO_MANY == 0 && !editedAt(post).isAfter(now);
    }

    static Instant editedAt(SimulatedPost post) {
        return post.publishedAt().plus(EDITED_AFTER);
    }

    /// The ids of a post's versions, the first one first.
    static List<String> versions(SimulatedPost post, Instant now) {
        String first = id(post.publishedAt(), post.number());
        return isEdited(post, now) ? List.of(first, id(editedAt(post), post.number())) : List.of(first);
    }

    static String id(Instant at, int number) {
        return Long.toString(((at.toEpochMilli() - EPOCH_MILLIS) << SEQUENCE_BITS) | number);
    }
}
