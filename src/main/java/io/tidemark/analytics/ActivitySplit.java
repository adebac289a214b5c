package io.tidemark.analytics;

import io.tidemark.frame.Measure;
import io.tidemark.frame.PostFrame;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened in two periods, on the posts that were published in each and on all that is older. What an account
/// reports beyond its posts counts as older.
///
/// @param value of the compared days of the period
/// @param previous of those of the other period
/// @param newPosts what happened on posts published since the period began, within these days
/// @param previousNewPosts the same of the other period
/// @param newPostsChange what new posts made of the change
/// @param olderPostsChange what older posts made of it: the two add up to the change
public record ActivitySplit(
        double value,
        double previous,
        double change,
        double newPosts,
        double previousNewPosts,
        double newPostsChange,
        double olderPostsChange) {

    /// Empty where the question is not about activity, or a side of it is not known.
    public static Optional<ActivitySplit> of(View view, Question question, Measure measure) {
        Period previous = question.previous();
        if (question.basis() != Basis.ACTIVITY || previous == null) {
            return Optional.empty();
        }
        Sides all = question.sides(Parts.none(view));
        Double value = value(all.compared(), measure);
        Double base = value(all.previous(), measure);
        Double fresh = value(sides(view, question, question.period()).compared(), measure);
        Double freshBefore = value(sides(view, question, previous).previous(), measure);
        if (value == null || base == null || fresh == null || freshBefore == null) {
            return Optional.empty();
        }
        double change = value - base;
        return Optional.of(new ActivitySplit(
                value, base, change, fresh, freshBefore, fresh - freshBefore, change - (fresh - freshBefore)));
    }

    /// The same question about the posts published in a period alone.
    private static Sides sides(View view, Question question, Period published) {
        PostFrame posts = view.posts();
        BitSet rows = new BitSet(posts.size());
        rows.set(posts.firstRowFrom(published.firstDay()), posts.firstRowFrom(published.endDay()));
        View some = view.within(rows);
        return question.sides(Parts.none(some), new Slicing(some, question.period(), question.previous()));
    }

    private static @Nullable Double value(@Nullable Slice slice, Measure measure) {
        return slice == null ? null : slice.tally(measure, slice.parts().all()).value();
    }
}
