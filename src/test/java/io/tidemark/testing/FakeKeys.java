package io.tidemark.testing;

import io.tidemark.ledger.ApiKey;
import io.tidemark.ledger.ApiKeys;
import java.util.List;
import java.util.Optional;

/// No business has keys.
public final class FakeKeys implements ApiKeys {
    @Override
    public List<ApiKey> all(long businessId) {
        return List.of();
    }

    @Override
    public Optional<ApiKey> find(long businessId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<ApiKey> create(long businessId, Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ApiKey> revoke(long businessId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<ApiKey> use(long businessId, String digest) {
        return Optional.empty();
    }
}
