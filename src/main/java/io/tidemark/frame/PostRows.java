package io.tidemark.frame;

import java.util.Arrays;

/// Finds rows by the ids of posts.
final class PostRows {
    private final long[] ids;
    private final int[] rows;

    PostRows(PostFrame posts) {
        ids = new long[posts.size()];
        rows = new int[posts.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = posts.id(row);
        }
        Arrays.sort(ids);
        for (int row = 0; row < rows.length; row++) {
            rows[Arrays.binarySearch(ids, posts.id(row))] = row;
        }
    }

    /// Negative where there is none.
    int of(long id) {
        int place = Arrays.binarySearch(ids, id);
        return place < 0 ? place : rows[place];
    }

    /// The rows of some posts, ascending; posts that are not there are left out.
    int[] ofAll(long[] wanted) {
        return Arrays.stream(wanted)
                .mapToInt(this::of)
                .filter(row -> row >= 0)
                .sorted()
                .toArray();
    }
}
