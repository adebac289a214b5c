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
    /// A week differs from the one before by more than weeks usually do.
    WEEK_CHANGE,
    /// From a day on, the level is another.
    LEVEL_SHIFT,
    /// A day is far from what is usual for such a day.
    UNUSUAL_DAY,
    /// Posts at some time bring more.
    BEST_TIME,
    /// The data cannot tell posting times apart.
    TIMES_ALIKE,
    /// What some posts have goes with more or less than others bring.
    EFFECT,
    /// By when half of what a post gets has come.
    HALF_LIFE,
    /// Much of what should be reported is missing.
    LOW_COVERAGE,
    /// A change that cannot be judged, since too little came before.
    UNTESTED_CHANGE,
    /// A change as large as such numbers make all the time.
    WITHIN_VARIATION,
    /// Numbers that may still be revised.
    PROVISIONAL_DAYS
}
