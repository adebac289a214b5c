package io.tidemark.tenancy;

import io.tidemark.ledger.Share;
import io.tidemark.ledger.Shares;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Links in memory.
public final class FakeShares implements Shares {
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong(4000);
    private final Map<Long, Share> shares = new ConcurrentSkipListMap<>();

    public FakeShares(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Share> all(long businessId) {
        return shares.values().stream()
                .filter(share -> share.businessId() == businessId)
                .toList();
    }

    @Override
    public Optional<Share> find(long businessId, long id) {
        return Optional.ofNullable(shares.get(id)).filter(share -> share.businessId() == businessId);
    }

    @Override
    public Share create(long businessId, Wanted wanted) {
        Share share = new Share(
                businessId,
                ids.incrementAndGet(),
                wanted.tokenHash(),
                wanted.page(),
                wanted.search(),
                wanted.createdBy(),
                clock.instant(),
                wanted.expiresAt(),
                null,
                wanted.passwordHash(),
                null);
        shares.put(share.id(), share);
        return share;
    }

    @Override
    public boolean revoke(long businessId, long id) {
        return change(businessId, id, share -> copy(share, clock.instant(), share.lastUsedAt()));
    }

    @Override
    public void used(long businessId, long id) {
        change(businessId, id, share -> copy(share, share.revokedAt(), clock.instant()));
    }

    private boolean change(long businessId, long id, UnaryOperator<Share> how) {
        return find(businessId, id)
                .map(share -> shares.put(id, how.apply(share)))
                .isPresent();
    }

    private static Share copy(Share share, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {
        return new Share(
                share.businessId(),
                share.id(),
                share.tokenHash(),
                share.page(),
                share.search(),
                share.createdBy(),
                share.createdAt(),
                share.expiresAt(),
                revokedAt,
                share.passwordHash(),
                lastUsedAt);
    }
}
