package io.tidemark.collect.simulator;

import java.time.Instant;
import java.util.List;

/// Posts in the order of their publication, of which those of a time are found at once however many there are.
///
/// @param posts oldest first
record Chronicle(List<SimulatedPost> posts) {
    Chronicle {
        posts = List.copyOf(posts);
    }

    /// Those published from one instant on and before another, oldest first.
    List<SimulatedPost> between(Instant from, Instant to) {
        int first = firstFrom(from);
        return posts.subList(first, Math.max(first, firstFrom(to)));
    }

    /// The place of the first post that was not published before an instant.
    private int firstFrom(Instant instant) {
        int low = 0;
        int high = posts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (posts.get(middle).publishedAt().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
