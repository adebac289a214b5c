package io.tidemark.ledger;

import io.tidemark.frame.Frame;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The record of a business: what sources said, only ever added to, and what is derived from it.
public final class Ledger {
    /// A new entity id, unique and below 2^53.
    public long newId() {
        throw new UnsupportedOperationException();
    }

    /// Appends one source whole, with all that is derived from it, in one transaction.
    ///
    /// @param producer hands over the observations; an exception from it leaves nothing behind
    /// @param report the account of the source as JSON, made once the counts are known
    /// @param dryRun do everything, then roll back
    public Appended append(
            long businessId,
            SourceSpec spec,
            Consumer<ObservationSink> producer,
            Function<Appended, String> report,
            boolean dryRun) {
        throw new UnsupportedOperationException();
    }

    /// A source with the same content that still counts.
    public OptionalLong findSame(long businessId, String contentHash) {
        throw new UnsupportedOperationException();
    }

    /// Retracts a source: its observations stay, but no longer count.
    ///
    /// @return false when it was retracted before or does not exist
    public boolean undo(long businessId, long sourceId) {
        throw new UnsupportedOperationException();
    }

    /// Sources of a kind, newest first.
    public List<Source> sources(long businessId, SourceSpec.Kind kind) {
        throw new UnsupportedOperationException();
    }

    public Optional<Source> findSource(long businessId, long sourceId) {
        throw new UnsupportedOperationException();
    }

    public List<Account> accounts(long businessId) {
        throw new UnsupportedOperationException();
    }

    /// The account with this handle, however it was written.
    public Optional<Account> findAccount(long businessId, Platform platform, String handle) {
        throw new UnsupportedOperationException();
    }

    public Versions versions(long businessId) {
        throw new UnsupportedOperationException();
    }

    /// The business as columns: now, or as one would have seen it at an instant.
    public Frame frame(long businessId, @Nullable Instant asOf) {
        throw new UnsupportedOperationException();
    }

    /// Computes everything derived anew.
    public void rebuild(long businessId) {
        throw new UnsupportedOperationException();
    }
}
