package io.tidemark.collect.file.mapping;

import io.tidemark.ledger.ImportMappings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The mappings that the people of a business have confirmed.
public interface MappingBook {
    /// A confirmed mapping. Names are unique within a business, in any case of letters.
    record Saved(long mappingId, Instant savedAt, Mapping mapping) {}

    /// In the order of their names.
    List<Saved> all(long businessId);

    /// Keeps the mapping in the place of the one of its name.
    ///
    /// @throws BadMapping when the business has too many already
    Saved save(long businessId, Mapping mapping);

    /// @return false when there is no such mapping
    boolean remove(long businessId, long mappingId);

    default Optional<Saved> find(long businessId, long mappingId) {
        return all(businessId).stream()
                .filter(saved -> saved.mappingId() == mappingId)
                .findFirst();
    }

    default Optional<Saved> find(long businessId, String name) {
        return all(businessId).stream()
                .filter(saved -> saved.mapping().name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    static MappingBook of(ImportMappings kept) {
        return new KeptMappings(kept);
    }
}
