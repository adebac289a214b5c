package io.tidemark.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A key with which a program calls for one business. The key itself is nowhere kept.
///
/// @param beginning how it begins, by which people tell keys apart
/// @param userId who made it; it is good while they may see the business
/// @param expiresAt null for never
/// @param lastUsedAt to the minute; null while it was not used
/// @param revokedAt null while nobody ended it
public record ApiKey(
        long id,
        String name,
        Scope scope,
        String beginning,
        long userId,
        String email,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    /// What a key is good for.
    public enum Scope {
        /// Asks, and changes nothing.
        READ,
        /// Whatever a member may do, but for members, keys and passwords.
        WRITE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Scope> find(String key) {
            return Arrays.stream(values())
                    .filter(scope -> scope.key().equals(key))
                    .findFirst();
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Scope::key).toList();
        }
    }
}
