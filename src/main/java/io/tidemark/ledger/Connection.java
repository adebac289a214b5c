package io.tidemark.ledger;

import io.tidemark.words.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sign-in with a platform, through which accounts are collected.
///
/// @param login the platform's sign-in: `facebook`, which opens pages and Instagram accounts
/// @param title by which people tell it from others
/// @param said why somebody must sign in again; null while it is good
/// @param createdBy the user; null where that user is gone
public record Connection(
        long id,
        String login,
        String title,
        SealedGrant grant,
        Status status,
        @Nullable Told said,
        @Nullable Long createdBy,
        Instant createdAt) {
    /// Where the platform did not say why.
    public static final Sentence NOT_TAKEN =
            Sentence.of("sign_in_not_taken", "The platform takes the sign-in no more.");

    public enum Status {
        GOOD,
        SIGN_IN_AGAIN
    }

    /// What came of renewing it.
    public sealed interface Renewal {
        /// Everything stays as it is.
        record Kept() implements Renewal {}

        record Renewed(SealedGrant grant) implements Renewal {}

        /// Somebody must sign in again.
        record Ended(Told said) implements Renewal {}
    }
}
