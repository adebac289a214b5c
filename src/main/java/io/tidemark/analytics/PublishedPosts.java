package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// Counts the posts published in the periods of a question, and compares them at equal age.
final class PublishedPosts {
    private final AnalyticsQuery query;
    private final Slice slice;
    private final @Nullable Slice previous;
    private final EqualAge equalAge;

    PublishedPosts(Question question, AnalyticsQuery query, Parts parts, FollowerHistory followers) {
        this.query = query;
        slice = question.slicing().posts(parts, Stretches.one(question.period()));
        Period other = question.previous();
        previous = other == null ? null : question.slicing().posts(parts, Stretches.one(other));
        equalAge = new EqualAge(question, query, parts, followers);
    }

    /// The posts of the period.
    Slice slice() {
        return slice;
    }

    /// Whether any post was published in either period.
    boolean has(Scope scope) {
        return slice.items(scope) > 0 || (previous != null && previous.items(scope) > 0);
    }

    PublishedAnswer answer(Scope scope) {
        int posts = slice.items(scope);
        Integer before = previous == null ? null : Integer.valueOf(previous.items(scope));
        return new PublishedAnswer(
                new PublishedAnswer.Posts(posts, before, before == null ? null : Integer.valueOf(posts - before)),
                equalAge.boostedLeftOut(scope),
                equalAge.answer(query, slice, previous, scope));
    }
}
