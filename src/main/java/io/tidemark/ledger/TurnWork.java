package io.tidemark.ledger;

import java.time.Instant;
import java.util.Optional;

/// What is done when an account's turn is.
@FunctionalInterface
public interface TurnWork {
    /// @return when its turn is again; empty where it has none for now
    Optional<Instant> take(long businessId, long accountId);
}
