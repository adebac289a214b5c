package io.tidemark.serve.analytics;

import io.tidemark.language.Language;
import io.tidemark.ledger.DigestReaders;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps who asked.
public final class FakeDigestReaders implements DigestReaders {
    private final Map<String, Language> readers = new ConcurrentHashMap<>();

    @Override
    public void subscribe(long businessId, long userId, Language language) {
        readers.put(businessId + " " + userId, language);
    }

    @Override
    public void unsubscribe(long businessId, long userId) {
        readers.remove(businessId + " " + userId);
    }

    @Override
    public Optional<Language> language(long businessId, long userId) {
        return Optional.ofNullable(readers.get(businessId + " " + userId));
    }
}
