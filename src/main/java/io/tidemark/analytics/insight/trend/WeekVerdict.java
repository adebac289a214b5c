package io.tidemark.analytics.insight.trend;

/// What may be said of a week against the one before.
public enum WeekVerdict {
    /// By more than such weeks usually change.
    UP,
    DOWN,
    /// The data cannot tell the change from what happens all the time.
    WITHIN_VARIATION,
    /// Too few weeks came before.
    SHORT_HISTORY
}
