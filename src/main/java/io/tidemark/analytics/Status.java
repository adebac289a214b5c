package io.tidemark.analytics;

/// How much of what should be there was reported.
public enum Status {
    COMPLETE,
    PARTIAL,
    /// Under four fifths of what was expected.
    WEAK,
    /// No item in view is expected to have it.
    NOT_PROVIDED,
    NOT_PERMITTED,
    /// Expected, but nobody reported it; also where there is no item at all.
    NOT_COLLECTED
}
