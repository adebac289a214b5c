package io.tidemark.collect.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A way to numbers of posts.
///
/// @param name stable
/// @param batch how many posts a call takes
/// @param metrics native names that are asked for; empty where the answer's extent cannot be chosen
/// @param kinds which kinds of post it takes
/// @param until age from which the platform tells nothing more by this route; null where it always does
public record PostRoute(
        String name,
        int batch,
        Set<String> metrics,
        Predicate<String> kinds,
        @Nullable Duration until) {
    public PostRoute {
        metrics = Set.copyOf(metrics);
    }

    public boolean takes(PostRef post, Instant now) {
        return kinds.test(post.kind())
                && (until == null || post.publishedAt().plus(until).isAfter(now));
    }
}
