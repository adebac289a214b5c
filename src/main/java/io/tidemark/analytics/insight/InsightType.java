package io.tidemark.analytics.insight;

/// Kinds of insights, those that matter most first.
public enum InsightType {
    /// An account that used to report no longer does.
    STOPPED_REPORTING,
    /// A number changed by more than it usually does.
    CHANGE,
    RECORD_DAY,
    RECORD_WEEK,
    RECORD_POST,
    /// Much of what should be reported is missing.
    LOW_COVERAGE,
    /// A change that cannot be judged, since too little came before.
    UNTESTED_CHANGE,
    /// A change as large as such numbers make all the time.
    WITHIN_VARIATION,
    /// Numbers that may still be revised.
    PROVISIONAL_DAYS
}
