package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one run over an account came to.
///
/// @param fault the kind of what went wrong, such as `rate_limited`; null where nothing did
/// @param said a sentence for a person about it
/// @param calls to the platform, also those that failed
/// @param sourceId the source that it left; null where there was nothing to store
public record SyncRun(
        long runId,
        long accountId,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        @Nullable String fault,
        @Nullable Told said,
        int calls,
        int postsFound,
        int postsRead,
        int daysRead,
        @Nullable Long sourceId) {
    public enum Outcome {
        DONE,
        /// Something was left out; the rest is stored.
        PARTLY,
        FAILED
    }
}
