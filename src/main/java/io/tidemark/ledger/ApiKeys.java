package io.tidemark.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys of programs, by business.
public interface ApiKeys {
    /// Keys that are good at a time.
    int MOST = 100;

    int MOST_LISTED = 200;

    static ApiKeys of(Database database) {
        return new KeyBook(database);
    }

    /// What a key is to be.
    ///
    /// @param digest of the key, which is not kept
    /// @param beginning how it begins
    /// @param expiresAt null for never
    record Wanted(
            String name,
            ApiKey.Scope scope,
            long userId,
            String digest,
            String beginning,
            @Nullable Instant expiresAt) {}

    /// Those that are good first, then the latest.
    List<ApiKey> all(long businessId);

    Optional<ApiKey> find(long businessId, long id);

    /// @return empty where as many as there may be are good already
    Optional<ApiKey> create(long businessId, Wanted wanted);

    /// Ends a key at once; one that is ended stays as it is.
    ///
    /// @return empty where there is none of the number
    Optional<ApiKey> revoke(long businessId, long id);

    /// The key of a digest if it is good, noted as used.
    Optional<ApiKey> use(long businessId, String digest);
}
