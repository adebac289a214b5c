package io.tidemark.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;

/// What the texts of a frame's posts are like, for the few questions that need it. The texts are read, and let go, when
/// such a question first comes; what they are like is kept of the selections that were asked for last while there is
/// memory to spare.
public final class Wordings {
    private static final int MOST_SELECTIONS = 32;

    private final PostFrame posts;
    private final Reader reader;
    private final Cache<BitSet, Wording> kept =
            Caffeine.newBuilder().maximumSize(MOST_SELECTIONS).softValues().build();

    public Wordings(PostFrame posts, Reader reader) {
        this.posts = posts;
        this.reader = reader;
    }

    /// For a frame whose posts' texts nobody can read.
    public static Wordings none(PostFrame posts) {
        return new Wordings(posts, wanted -> {});
    }

    /// Reads texts.
    @FunctionalInterface
    public interface Reader {
        /// Reads the texts of all posts that are wanted at once.
        ///
        /// @param wanted takes what they are like; at least one post
        /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
        void read(Wording.Builder wanted);
    }

    /// Those who ask for the same posts at the same time wait for one reading.
    ///
    /// @param rows in [PostFrame]
    /// @throws OutdatedFrame where the business's data has moved on since the frame was loaded
    public Wording of(BitSet rows) {
        return kept.get((BitSet) rows.clone(), this::read);
    }

    private Wording read(BitSet rows) {
        if (rows.isEmpty()) {
            return Wording.NONE;
        }
        Wording.Builder wanted = Wording.builder(posts, rows);
        reader.read(wanted);
        return wanted.build();
    }
}
