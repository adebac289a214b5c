package io.tidemark.collect.file;

import io.tidemark.collect.file.mapping.FakeMappingBook;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Preview;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Platform;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Recognises and reads files as an import does, and forgets every observation at once.
public final class ReadOnly implements ImportTarget {
    private final MappingBook mappings = new FakeMappingBook();
    private long observations;

    /// @return the report of the import that this would have been
    public ImportReport read(ImportRequest request, Clock clock) {
        return new FileImporter(this, Limits.STANDARD, clock).run(request, _ -> {});
    }

    /// How many there were so far.
    public long observations() {
        return observations;
    }

    @Override
    public OptionalLong findSame(long businessId, String contentHash) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<Account> findAccount(long businessId, Platform platform, String handle) {
        return Optional.empty();
    }

    @Override
    public Optional<Source> findSource(long businessId, long sourceId) {
        return Optional.empty();
    }

    @Override
    public Appended append(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Appended, String> report) {
        producer.accept(_ -> observations++);
        return new Appended(spec.sourceId(), 1, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public <T> T preview(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Preview, T> look) {
        throw new UnsupportedOperationException("Reads only");
    }

    @Override
    public MappingBook mappings() {
        return mappings;
    }
}
