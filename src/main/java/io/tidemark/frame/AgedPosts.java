package io.tidemark.frame;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The posts of a frame, in its rows, with the values that they had at one age.
///
/// @param posts rolled up without those that have not reached the age, and without boosted ones
/// @param reached by row, the posts whose readings enclose the age
public record AgedPosts(PostFrame posts, BitSet reached) {
    public static Builder builder(int expectedSize) {
        return new Builder(expectedSize);
    }

    public long bytes() {
        return posts.bytes() + reached.size() / 8;
    }

    /// Takes posts in any order.
    public static final class Builder {
        private long[] ids;
        private final Columns columns;
        private int size;

        private Builder(int expected) {
            int capacity = Math.max(16, expected);
            ids = new long[capacity];
            columns = new Columns(capacity);
        }

        /// Starts a post, which [#set] fills.
        public void post(long id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                columns.grow(ids.length);
            }
            ids[size++] = id;
        }

        public void set(Metric metric, double value) {
            columns.set(size - 1, metric.ordinal(), value);
        }

        /// @param posts of which those that were not handed over have not reached the age; one that is not among them
        /// is
        ///     left out
        public AgedPosts build(PostFrame posts, List<FrameAccount> accounts) {
            int[] order = new int[posts.size()];
            BitSet reached = new BitSet(posts.size());
            PostRows rows = new PostRows(posts);
            Arrays.fill(order, Columns.NONE);
            for (int i = 0; i < size; i++) {
                int row = rows.of(ids[i]);
                if (row >= 0) {
                    order[row] = i;
                    reached.set(row);
                }
            }
            PostFrame aged = posts.with(
                    columns.ordered(order), accounts, post -> reached.get(post) && posts.boosted(post) != Boosted.YES);
            return new AgedPosts(aged, reached);
        }
    }
}
