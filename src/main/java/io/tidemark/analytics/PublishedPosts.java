package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts the posts published in the periods of a question.
final class PublishedPosts {
    private final Slice slice;
    private final @Nullable Slice previous;

    PublishedPosts(Question question) {
        slice = question.slicing().posts(CountedDays.all(question.period()));
        Period other = question.previous();
        previous = other == null ? null : question.slicing().posts(CountedDays.all(other));
    }

    /// The posts of the period.
    Slice slice() {
        return slice;
    }

    PublishedAnswer answer(Set<Platform> scope) {
        int posts = slice.items(scope);
        Integer before = previous == null ? null : Integer.valueOf(previous.items(scope));
        return new PublishedAnswer(
                new PublishedAnswer.Posts(posts, before, before == null ? null : Integer.valueOf(posts - before)),
                0,
                new PublishedAnswer.EqualAge(
                        null,
                        Map.of(),
                        posts,
                        "Posts are known by their newest reading only, which was made at another age for each of them;"
                                + " a comparison needs readings at one age."));
    }
}
