package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a business is collected from its platforms.
///
/// @param connected whether accounts of it are collected by themselves, also where none of them can be at present
/// @param lastAt when an account was last read well; null where none ever was
/// @param nextAt when the next account has its turn; null where none has one before a person does something
public record Collecting(
        boolean connected,
        @Nullable Instant lastAt,
        @Nullable Instant nextAt) {
    /// Of a business of which nothing is connected.
    public static final Collecting NEVER = new Collecting(false, null, null);
}
