package io.tidemark.analytics;

/// What may be read into a change. Only [#OK] carries an arrow.
public enum ChangeStatus {
    OK,
    /// There was nothing before.
    NEW,
    /// One of the two is under 20, or even below 0: a percentage would be noise.
    SMALL_BASE,
    /// One side is missing, or the two are too differently covered.
    INCOMPARABLE
}
