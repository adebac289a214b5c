package io.tidemark.analytics;

import io.tidemark.frame.AgedPosts;
import io.tidemark.metric.StandardAge;
import org.jspecify.annotations.Nullable;

/// The age at which the posts of a question's two periods compare, and all posts with what they had at it.
///
/// @param age null where there is none
/// @param posts null where there is none
/// @param reason why there is none, else empty
public record AgeOfComparison(
        @Nullable StandardAge age, @Nullable AgedPosts posts, String reason) {
    public static AgeOfComparison of(Question question) {
        return EqualAge.age(question);
    }
}
