package io.tidemark.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link that shows one page of a business to whoever holds it.
///
/// @param tokenHash SHA-256, in hex, of the secret that the link holds
/// @param page its stable name
/// @param search period, filters and the rest of what the page shows, as a query string
/// @param createdBy the user beyond whose sight the link shows nothing
/// @param revokedAt null while nobody took it back
/// @param passwordHash null where the link alone is enough
/// @param lastUsedAt when somebody opened it last; null for never
public record Share(
        long businessId,
        long id,
        String tokenHash,
        String page,
        String search,
        long createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String passwordHash,
        @Nullable Instant lastUsedAt) {
    /// Whether the link still opens.
    public boolean isOpen(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /// Neither of the hashes.
    @Override
    public String toString() {
        return "Share[" + businessId + ", " + id + ", " + page + "?" + search + "]";
    }
}
