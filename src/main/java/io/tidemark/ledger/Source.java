package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A recorded source.
///
/// @param report the account of every row as JSON
/// @param retractedAt when it was undone; null while it counts
public record Source(
        long id,
        SourceSpec.Kind kind,
        String format,
        String name,
        @Nullable Instant observedAt,
        Instant recordedAt,
        @Nullable Instant retractedAt,
        String report) {}
