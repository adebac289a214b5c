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
    public static Builder builder(PostFrame posts, List<FrameAccount> accounts) {
        return new Builder(posts, accounts);
    }

    public long bytes() {
        return posts.bytes() + reached.size() / 8;
    }

    /// Takes posts in any order; one that is not in the frame is left out.
    public static final class Builder {
        private final PostFrame posts;
        private final List<FrameAccount> accounts;
        private final BitSet reached = new BitSet();
        private final Columns columns;
        private final long[] ids;
        private final int[] rows;
        private int row = -1;

        private Builder(PostFrame posts, List<FrameAccount> accounts) {
            this.posts = posts;
            this.accounts = accounts;
            columns = new Columns(posts.size());
            ids = new long[posts.size()];
            rows = new int[posts.size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = posts.id(i);
            }
            Arrays.sort(ids);
            for (int i = 0; i < rows.length; i++) {
                rows[Arrays.binarySearch(ids, posts.id(i))] = i;
            }
        }

        /// Starts a post, which [#set] fills.
        public void post(long id) {
            int place = Arrays.binarySearch(ids, id);
            row = place < 0 ? -1 : rows[place];
            if (row >= 0) {
                reached.set(row);
            }
        }

        public void set(Metric metric, double value) {
            if (row >= 0) {
                columns.set(row, metric.ordinal(), value);
            }
        }

        public AgedPosts build() {
            PostFrame aged = posts.with(
                    columns.trimmed(posts.size()),
                    accounts,
                    post -> reached.get(post) && posts.boosted(post) != Boosted.YES);
            return new AgedPosts(aged, reached);
        }
    }
}
