package io.tidemark.analytics.insight.timing;

/// What can be said of a time.
public enum TimeVerdict {
    /// Better than the account's own mix; of all times called so, no more than a tenth is expected to be wrong.
    GOOD,
    /// Worse than the account's own mix, with the same certainty.
    POOR,
    /// Hardly used, and of all such times the one that could be the best.
    WORTH_TESTING,
    /// Neither better nor worse as far as can be told.
    UNCLEAR,
    /// There are too few posts to look at times at all; a lift is what other accounts lead to expect.
    NOT_ENOUGH_DATA
}
