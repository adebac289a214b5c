package io.tidemark.analytics.post;

/// What is known of one value of one post.
public enum ValueState {
    REPORTED,
    /// The platform does not have it for this kind of post.
    NOT_PROVIDED,
    NOT_PERMITTED,
    /// The platform has it, but no source that counts reported it.
    NOT_COLLECTED,
    /// The platform keeps it back because the number is small.
    BELOW_THRESHOLD,
    EXPIRED,
    ESTIMATED
}
