package io.tidemark.analytics.insight;

import io.tidemark.analytics.Filters;
import io.tidemark.analytics.View;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import java.time.LocalDate;
import java.util.Arrays;

/// The posts of each account that findings are about: not those that money was spent on, no stories and no replies,
/// unless the question asks for these, and where it matters not those that are deleted.
public final class EligiblePosts {
    private final View view;
    private final boolean takesBoosted;
    private final boolean takesDeleted;
    private final boolean[] takes = new boolean[ContentType.values().length];
    private final int first;
    private final int end;
    private final int[][] rows;
    private final int[][] leftOut;

    private enum Left {
        BOOSTED,
        STORY,
        REPLY,
        DELETED
    }

    /// @param from first day
    /// @param to last day
    /// @param takesDeleted whether posts count that the platform no longer shows
    public EligiblePosts(View view, Filters filters, LocalDate from, LocalDate to, boolean takesDeleted) {
        this.view = view;
        this.takesDeleted = takesDeleted;
        takesBoosted = filters.boosted().contains(Boosted.YES);
        Arrays.fill(takes, true);
        for (ContentType type : new ContentType[] {ContentType.STORY, ContentType.REPLY}) {
            takes[type.ordinal()] = filters.contentTypes().contains(type);
        }
        PostFrame posts = view.posts();
        first = posts.firstRowFrom(Math.toIntExact(from.toEpochDay()));
        end = posts.firstRowFrom(Math.toIntExact(to.toEpochDay()) + 1);
        rows = new int[view.accountCount()][];
        leftOut = new int[view.accountCount()][Left.values().length];
        collect();
    }

    /// Of an account, in order of publication.
    public int[] rows(int account) {
        return rows[account];
    }

    public LeftOutPosts leftOut(int account, int withoutValue) {
        int[] left = leftOut[account];
        return new LeftOutPosts(
                left[Left.BOOSTED.ordinal()],
                left[Left.STORY.ordinal()],
                left[Left.REPLY.ordinal()],
                left[Left.DELETED.ordinal()],
                withoutValue);
    }

    private void collect() {
        PostFrame posts = view.posts();
        int[] sizes = new int[rows.length];
        for (int row = first; row < end; row++) {
            if (view.hasPost(row)) {
                int account = posts.account(row);
                int left = left(row);
                if (left < 0) {
                    sizes[account]++;
                } else {
                    leftOut[account][left]++;
                }
            }
        }
        for (int account = 0; account < rows.length; account++) {
            rows[account] = new int[sizes[account]];
        }
        int[] next = new int[rows.length];
        for (int row = first; row < end; row++) {
            if (view.hasPost(row) && left(row) < 0) {
                int account = posts.account(row);
                rows[account][next[account]++] = row;
            }
        }
    }

    /// Why a post is left out, negative where it is not.
    private int left(int row) {
        PostFrame posts = view.posts();
        ContentType type = posts.contentType(row);
        if (!takes[type.ordinal()]) {
            return (type == ContentType.STORY ? Left.STORY : Left.REPLY).ordinal();
        }
        if (!takesBoosted && posts.boosted(row) == Boosted.YES) {
            return Left.BOOSTED.ordinal();
        }
        return !takesDeleted && posts.isDeleted(row) ? Left.DELETED.ordinal() : -1;
    }
}
