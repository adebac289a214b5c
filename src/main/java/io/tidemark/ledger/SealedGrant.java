package io.tidemark.ledger;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person has granted, with its tokens encrypted.
///
/// @param sealed the tokens, of which the ledger knows nothing
/// @param expiresAt when the token in use ends; null where it does not
/// @param renewalExpiresAt when renewing ends; null where it does not or nobody says
/// @param endsAt when somebody must sign in again, as far as that is known; null where it is not
public record SealedGrant(
        byte[] sealed,
        Set<String> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant renewalExpiresAt,
        @Nullable Instant endsAt) {
    public SealedGrant {
        scopes = Set.copyOf(scopes);
    }

    /// Without what is sealed.
    @Override
    public String toString() {
        return "SealedGrant[scopes=%s, expiresAt=%s]".formatted(scopes, expiresAt);
    }
}
