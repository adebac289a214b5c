package io.tidemark.analytics.insight;

import org.jspecify.annotations.Nullable;

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
    NOT_PROVIDED;

    /// What claims something has a value; what is not provided has none; what the data cannot settle may show what was
    /// seen.
    boolean fits(@Nullable Double value) {
        return switch (this) {
            case OK, PROVISIONAL, WEAK -> value != null;
            case NOT_ENOUGH_DATA -> true;
            case NOT_PROVIDED -> value == null;
        };
    }
}
