package io.tidemark.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The links that show pages of businesses to people without an account.
public interface Shares {
    int MOST_LISTED = 200;

    static Shares of(Database database) {
        return new ShareBook(database);
    }

    /// What a link is to be.
    ///
    /// @param passwordHash null where the link alone is to be enough
    record Wanted(
            String tokenHash,
            String page,
            String search,
            long createdBy,
            Instant expiresAt,
            @Nullable String passwordHash) {}

    /// Those that nobody took back first, then the latest.
    List<Share> all(long businessId);

    Optional<Share> find(long businessId, long id);

    Share create(long businessId, Wanted wanted);

    /// Takes a link back; one that was taken back before stays as it is.
    ///
    /// @return false where there is none of the number
    boolean revoke(long businessId, long id);

    /// Remembers that somebody opened it now.
    void used(long businessId, long id);
}
