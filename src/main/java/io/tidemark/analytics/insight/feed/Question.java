package io.tidemark.analytics.insight.feed;

/// What a finding answers. Two answers to the same question about the same thing must not differ.
enum Question {
    /// Is it more or less than before?
    LEVEL,
    /// Is a day as it usually is?
    IS_THE_DAY_USUAL,
    WHEN_TO_POST,
    WHAT_WORKS,
    HOW_LONG_POSTS_LIVE,
    RECORD_DAY,
    RECORD_WEEK,
    RECORD_POST,
    DOES_IT_REPORT,
    IS_IT_REPORTED,
    IS_IT_FINAL
}
