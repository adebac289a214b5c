package io.tidemark.ledger;

import io.tidemark.words.Said;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Work of a business that outlives the request for it, and outlives the process that began it.
///
/// @param accountId the one account that it is about; null for the whole business
/// @param arguments what else the work needs to know, as JSON
/// @param requestedBy the user who asked for it; null for the program itself
/// @param startedAt when it was first taken up
/// @param attempts how often it was taken up: more than once where a process stopped before it was done
/// @param result account of what was done, as JSON, once there is one
public record Job(
        long businessId,
        long id,
        Kind kind,
        @Nullable Long accountId,
        @Nullable String arguments,
        Status status,
        @Nullable Long requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        Progress progress,
        @Nullable String result,
        @Nullable Failure failure) {
    public enum Kind {
        /// Reads all connected accounts anew.
        REFRESH,
        /// Cuts all days anew, after a change of the business's zone or week.
        RECUT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /// @param total 0 while nobody knows
    /// @param text what is being done, in words for a person
    public record Progress(int done, int total, Told text) {
        public static Progress of(int done, int total, Said said) {
            return new Progress(done, total, Told.of(said));
        }
    }

    /// @param code stable name of the kind of failure
    /// @param sentence what went wrong and what to do
    public record Failure(String code, Told sentence) {}

    public boolean isActive() {
        return status == Status.QUEUED || status == Status.RUNNING;
    }

    /// A job that is wanted.
    public record Wanted(
            long businessId,
            Kind kind,
            @Nullable Long accountId,
            @Nullable String arguments,
            @Nullable Long requestedBy) {}
}
