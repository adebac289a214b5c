package io.tidemark.collect.file;

import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Preview;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Platform;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// What an import needs of the ledger, and no more.
interface ImportTarget {
    OptionalLong findSame(long businessId, String contentHash);

    Optional<Account> findAccount(long businessId, Platform platform, String handle);

    Optional<Source> findSource(long businessId, long sourceId);

    Appended append(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Appended, String> report);

    /// The same, looked at and taken back.
    <T> T preview(long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Preview, T> look);

    /// How the business has said that tables are to be read.
    MappingBook mappings();

    static ImportTarget of(Ledger ledger) {
        return new ImportTarget() {
            @Override
            public OptionalLong findSame(long businessId, String contentHash) {
                return ledger.findSame(businessId, contentHash);
            }

            @Override
            public Optional<Account> findAccount(long businessId, Platform platform, String handle) {
                return ledger.findAccount(businessId, platform, handle);
            }

            @Override
            public Optional<Source> findSource(long businessId, long sourceId) {
                return ledger.findSource(businessId, sourceId);
            }

            @Override
            public Appended append(
                    long businessId,
                    SourceSpec spec,
                    Consumer<ObservationSink> producer,
                    Function<Appended, String> report) {
                return ledger.append(businessId, spec, producer, report);
            }

            @Override
            public <T> T preview(
                    long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Preview, T> look) {
                return ledger.preview(businessId, spec, producer, look);
            }

            @Override
            public MappingBook mappings() {
                return MappingBook.of(ledger.mappings());
            }
        };
    }
}
