package io.tidemark.serve.export;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.View;
import io.tidemark.frame.Frame;
import java.time.Instant;
import java.util.Arrays;

/// The posts that filters let through, by the same rule as in every answer.
final class PostIds {
    private final long[] sorted;

    private PostIds(long[] sorted) {
        this.sorted = sorted;
    }

    static PostIds of(Frame frame, Filters filters, Instant now) {
        View view = new View(frame, filters, now);
        long[] ids = new long[frame.posts().size()];
        int size = 0;
        for (int row = 0; row < ids.length; row++) {
            if (view.hasPost(row)) {
                ids[size++] = frame.posts().id(row);
            }
        }
        long[] found = Arrays.copyOf(ids, size);
        Arrays.sort(found);
        return new PostIds(found);
    }

    boolean contains(long post) {
        return Arrays.binarySearch(sorted, post) >= 0;
    }
}
