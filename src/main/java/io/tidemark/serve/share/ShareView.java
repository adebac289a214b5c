package io.tidemark.serve.share;

import io.tidemark.ledger.Share;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link as its business sees it. The link itself cannot be told again.
///
/// @param createdBy e-mail of its maker; null where that user is gone
/// @param password whether it wants one
record ShareView(
        long shareId,
        String page,
        String search,
        State state,
        @Nullable String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        boolean password,
        @Nullable Instant lastUsedAt) {
    enum State {
        OPEN,
        EXPIRED,
        REVOKED
    }

    static ShareView of(Share share, @Nullable String createdBy, Instant now) {
        return new ShareView(
                share.id(),
                share.page(),
                share.search(),
                share.revokedAt() != null ? State.REVOKED : share.isOpen(now) ? State.OPEN : State.EXPIRED,
                createdBy,
                share.createdAt(),
                share.expiresAt(),
                share.revokedAt(),
                share.passwordHash() != null,
                share.lastUsedAt());
    }
}
