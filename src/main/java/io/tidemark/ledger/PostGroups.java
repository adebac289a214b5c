package io.tidemark.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Posts that are joined two by two, and so fall into groups. Each group is known by its smallest id.
final class PostGroups {
    private final Map<Long, Long> smaller = new HashMap<>();

    void join(PostPair pair) {
        long one = smallest(pair.one());
        long other = smallest(pair.other());
        if (one != other) {
            smaller.put(Math.max(one, other), Math.min(one, other));
        }
    }

    long smallest(long post) {
        long found = post;
        for (Long next = smaller.get(found); next != null; next = smaller.get(found)) {
            found = next;
        }
        if (found != post) {
            smaller.put(post, found);
        }
        return found;
    }

    /// Each id that is not the smallest of its group, beside the smallest.
    Map<Long, Long> others() {
        Map<Long, Long> others = new TreeMap<>();
        List.copyOf(smaller.keySet()).forEach(post -> others.put(post, smallest(post)));
        return others;
    }

    /// Two posts that are, or may be, one.
    record PostPair(long one, long other) {}
}
