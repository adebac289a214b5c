package io.tidemark.analytics.insight;

/// How far a finding can be relied on.
public enum EvidenceStatus {
    OK,
    /// Rests in part on numbers that may still be revised.
    PROVISIONAL,
    /// Rests on too small a part of what should have been reported.
    WEAK,
    /// The data cannot tell. This is a result, not a failure.
    NOT_ENOUGH_DATA,
    /// The platform does not say what would be needed.
    NOT_PROVIDED
}
