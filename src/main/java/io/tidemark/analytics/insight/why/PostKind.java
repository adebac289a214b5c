package io.tidemark.analytics.insight.why;

/// What is known of a post, the least first.
enum PostKind {
    TOO_YOUNG,
    NOT_REPORTED,
    /// Its value is known, and not how often it was shown.
    VALUED,
    EXPOSED;

    boolean isOfAge() {
        return this != TOO_YOUNG;
    }

    boolean isReporting() {
        return this == VALUED || this == EXPOSED;
    }
}
