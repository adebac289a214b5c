package io.tidemark.analytics;

import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.CellFrame;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Platform;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which posts count, and with which values: those that they have now, or had at an age.
final class PostSelection {
    private static final long SECONDS_PER_DAY = 86_400;

    private final View view;
    private final PostFrame posts;
    private final @Nullable BitSet reached;
    private final long[] youngAfter = new long[Platforms.ALL.length];

    private PostSelection(View view, PostFrame posts, @Nullable BitSet reached) {
        this.view = view;
        this.posts = posts;
        this.reached = reached;
        for (Platform platform : Platforms.ALL) {
            youngAfter[platform.ordinal()] = view.now().getEpochSecond() - platform.settleDays() * SECONDS_PER_DAY;
        }
    }

    /// All posts in view with their current values.
    static PostSelection now(View view) {
        return new PostSelection(view, view.posts(), null);
    }

    /// The posts in view that have reached an age, with their values at it; without boosted ones, unless boosting was
    /// asked for.
    static PostSelection aged(View view, AgedPosts aged) {
        return new PostSelection(view, aged.posts(), aged.reached());
    }

    View view() {
        return view;
    }

    PostFrame posts() {
        return posts;
    }

    /// The posts that count rolled up, of all accounts and types; null where that saves little.
    @Nullable
    CellFrame cells() {
        BitSet selected = view.selected();
        if (selected == null) {
            return posts.cells();
        }
        if (reached == null) {
            return posts.cells(selected);
        }
        BitSet counted = (BitSet) selected.clone();
        counted.and(reached);
        if (!view.asksForBoosted()) {
            counted.andNot(posts.rows(Set.of(Boosted.YES)));
        }
        return posts.cells(counted);
    }

    /// Whether all posts of an account and type count if any does.
    boolean takesWholeCells() {
        return reached == null && !view.narrowsWithinTypes();
    }

    boolean hasPost(int row) {
        return view.hasPost(row)
                && (reached == null || (reached.get(row) && (view.asksForBoosted() || !isBoosted(row))));
    }

    boolean isBoosted(int row) {
        return posts.boosted(row) == Boosted.YES;
    }

    /// What is to be said of the values of a post: whether it is young enough to gain much, that is younger than its
    /// platform's settle lag; a value at an age lies between two readings.
    byte flags(Platform platform, long publishedAt) {
        if (reached != null) {
            return Sums.ESTIMATED;
        }
        return publishedAt > youngAfter[platform.ordinal()] ? Sums.PROVISIONAL : 0;
    }
}
