package io.tidemark.collect.file.mapping;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Mappings in memory, by way of JSON as in the ledger.
public final class FakeMappingBook implements MappingBook {
    private static final Instant SAVED_AT = Instant.parse("2026-11-01T12:00:00Z");

    private record Key(long businessId, String name) {}

    private record Kept(long id, String json) {}

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private long last;

    @Override
    public List<Saved> all(long businessId) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().businessId() == businessId)
                .map(entry -> saved(entry.getValue()))
                .sorted(Comparator.comparing(one -> one.mapping().name()))
                .toList();
    }

    @Override
    public synchronized Saved save(long businessId, Mapping mapping) {
        Key key = new Key(businessId, mapping.name().toLowerCase(Locale.ROOT));
        String json = MappingJson.write(mapping);
        return saved(kept.compute(key, (_, before) -> new Kept(before == null ? ++last : before.id(), json)));
    }

    @Override
    public boolean remove(long businessId, long mappingId) {
        return kept.entrySet()
                .removeIf(entry -> entry.getKey().businessId() == businessId
                        && entry.getValue().id() == mappingId);
    }

    private static Saved saved(Kept one) {
        return new Saved(one.id(), SAVED_AT, MappingJson.read(one.json()));
    }
}
