package io.tidemark.collect.connector;

import io.tidemark.ledger.AccountKey;
import io.tidemark.words.Said;
import org.jspecify.annotations.Nullable;

/// An account that a sign-in shows.
///
/// @param account with its connector, external id and key
/// @param token of the account alone, where the platform gives one (a Facebook page)
/// @param obstacle why it cannot be tracked, with what to do; null where it can
public record FoundAccount(
        TrackedAccount account,
        @Nullable Secret token,
        @Nullable Said obstacle) {
    public AccountKey key() {
        return account.key();
    }
}
