package io.tidemark.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is found of a chunk of posts, each by its id, and under their other ids, which may lie anywhere.
final class FoundPosts {
    private final long[] chunk;
    private final List<HistoryBuilder> inChunk;
    private final Map<Long, HistoryBuilder> elsewhere = new TreeMap<>();
    private final SamePosts before;
    private final SamePosts after;

    /// @param chunk in order
    /// @param inChunk for each
    FoundPosts(long[] chunk, List<HistoryBuilder> inChunk, SamePosts before, SamePosts after) {
        this.chunk = chunk;
        this.inChunk = inChunk;
        this.before = before;
        this.after = after;
        addElsewhere(before);
        addElsewhere(after);
    }

    private void addElsewhere(SamePosts same) {
        if (same.isEmpty()) {
            return;
        }
        for (int i = 0; i < chunk.length; i++) {
            for (long other : same.others(chunk[i])) {
                if (find(other) == null) {
                    elsewhere.put(other, inChunk.get(i).ofOtherId(other));
                }
            }
        }
    }

    long[] chunk() {
        return chunk;
    }

    /// In order.
    long[] elsewhere() {
        return elsewhere.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /// Null where an id is none of these.
    @Nullable
    HistoryBuilder find(long post) {
        int place = Arrays.binarySearch(chunk, post);
        if (place >= 0) {
            return inChunk.get(place);
        }
        return elsewhere.isEmpty() ? null : elsewhere.get(post);
    }

    void settle(KnownSources sources) {
        for (int i = 0; i < chunk.length; i++) {
            inChunk.get(i).settle(sources, isAlone(chunk[i]));
        }
        elsewhere.values().forEach(post -> post.settle(sources, false));
    }

    private boolean isAlone(long post) {
        return before.isAlone(post) && after.isAlone(post);
    }

    /// The post at a place of the chunk, with what stands under its other ids.
    PostChange change(int place, Scope scope, Listings listings) {
        return inChunk.get(place).build(scope, listings, parts(before, place), parts(after, place));
    }

    /// What is stored of a post under each of its ids; nothing where another id stands for it.
    private List<HistoryBuilder> parts(SamePosts same, int place) {
        long post = chunk[place];
        if (same.isAlone(post)) {
            return List.of(inChunk.get(place));
        }
        if (same.canonical(post) != post) {
            return List.of();
        }
        List<HistoryBuilder> parts = new ArrayList<>(List.of(inChunk.get(place)));
        same.others(post).forEach(other -> parts.add(Objects.requireNonNull(find(other))));
        return parts;
    }
}
