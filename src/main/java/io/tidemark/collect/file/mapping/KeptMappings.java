package io.tidemark.collect.file.mapping;

import io.tidemark.ledger.ImportMappings;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;

/// Mappings in the ledger, as JSON.
record KeptMappings(ImportMappings kept) implements MappingBook {
    private static final Sentence TOO_MANY = Sentence.of(
            "too_many_mappings", "The business has {most} mappings already: remove one that is not needed.");

    @Override
    public List<Saved> all(long businessId) {
        return kept.all(businessId).stream().map(KeptMappings::read).toList();
    }

    @Override
    public Saved save(long businessId, Mapping mapping) {
        return kept.save(businessId, mapping.name(), MappingJson.write(mapping))
                .map(KeptMappings::read)
                .orElseThrow(() ->
                        new BadMapping("name", TOO_MANY.said(Map.of("most", Value.count(ImportMappings.MOST)))));
    }

    @Override
    public boolean remove(long businessId, long mappingId) {
        return kept.remove(businessId, mappingId);
    }

    private static Saved read(ImportMappings.Kept row) {
        return new Saved(row.mappingId(), row.savedAt(), MappingJson.read(row.definition()));
    }
}
