package io.tidemark.analytics.insight.feed;

/// What a finding answers.
public enum Stance {
    MORE,
    LESS,
    /// It is so.
    YES,
    /// The data cannot tell, or shows no difference.
    UNDECIDED
}
