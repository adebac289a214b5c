package io.tidemark.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.List;

/// What happened on some of a frame's posts, day by day, for questions that no sum over all posts of an account and
/// type can answer. Their readings are read when such a question first comes; the sums of the selections that were
/// asked for last are kept while there is memory to spare.
///
/// Nothing is held of single posts: thirty days of each would weigh more than all the rest of a frame.
public final class PostDays {
    private static final int MOST_SELECTIONS = 32;

    private final PostFrame posts;
    private final List<FrameAccount> accounts;
    private final Reader reader;
    private final Cache<BitSet, ActivityFrame> kept =
            Caffeine.newBuilder().maximumSize(MOST_SELECTIONS).softValues().build();

    /// @param accounts those of the frame
    public PostDays(PostFrame posts, List<FrameAccount> accounts, Reader reader) {
        this.posts = posts;
        this.accounts = List.copyOf(accounts);
        this.reader = reader;
    }

    /// For a frame whose posts' readings nobody can read.
    public static PostDays none(PostFrame posts, List<FrameAccount> accounts) {
        return new PostDays(posts, accounts, some -> ActivityFrame.NONE);
    }

    /// Adds the activity of some posts up.
    @FunctionalInterface
    public interface Reader {
        /// @param posts ids, ascending; at least one
        /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
        ActivityFrame read(long[] posts);
    }

    /// The activity of some posts. Those who ask for the same posts at the same time wait for one reading.
    ///
    /// @param rows in [PostFrame]
    /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
    public ActivityFrame of(BitSet rows) {
        return kept.get((BitSet) rows.clone(), this::read);
    }

    /// The activity of one post, read anew each time.
    ///
    /// @param row in [PostFrame]
    /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
    public ActivityFrame alone(int row) {
        return reader.read(new long[] {posts.id(row)}).measured(accounts);
    }

    private ActivityFrame read(BitSet rows) {
        long[] ids = rows.stream().mapToLong(posts::id).sorted().toArray();
        return ids.length == 0 ? ActivityFrame.NONE : reader.read(ids).measured(accounts);
    }
}
