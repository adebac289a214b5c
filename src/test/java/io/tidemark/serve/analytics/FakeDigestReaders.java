package io.tidemark.serve.analytics;

import io.tidemark.ledger.DigestReaders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps who asked.
public final class FakeDigestReaders implements DigestReaders {
    private final Set<String> readers = ConcurrentHashMap.newKeySet();

    @Override
    public void subscribe(long businessId, long userId) {
        readers.add(businessId + " " + userId);
    }

    @Override
    public void unsubscribe(long businessId, long userId) {
        readers.remove(businessId + " " + userId);
    }

    @Override
    public boolean isSubscribed(long businessId, long userId) {
        return readers.contains(businessId + " " + userId);
    }
}
