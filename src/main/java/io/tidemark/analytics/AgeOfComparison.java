package io.tidemark.analytics;

import io.tidemark.frame.AgedPosts;
import io.tidemark.metric.StandardAge;
import io.tidemark.words.Said;
import org.jspecify.annotations.Nullable;

/// The age at which the posts of a question's two periods compare, and all posts with what they had at it.
///
/// @param age null where there is none
/// @param posts null where there is none
/// @param reason why there is none, null where there is one
public record AgeOfComparison(
        @Nullable StandardAge age,
        @Nullable AgedPosts posts,
        @Nullable Said reason) {
    public static AgeOfComparison of(Question question) {
        return EqualAge.age(question);
    }
}
