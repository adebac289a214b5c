package io.tidemark.collect.file;

import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Preview;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Platform;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// A ledger whose plug is pulled after some observations, or after the last one where there are not so many.
///
/// @param observations taken before
record UnpluggedTarget(ImportTarget target, int observations) implements ImportTarget {
    static final String MESSAGE = "the plug was pulled";

    @Override
    public Appended append(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Appended, String> report) {
        return target.append(businessId, spec, sink -> produce(producer, sink), report);
    }

    private void produce(Consumer<ObservationSink> producer, ObservationSink sink) {
        producer.accept(new ObservationSink() {
            private int taken;

            @Override
            public void accept(Observation observation) {
                if (taken++ == observations) {
                    throw new IllegalStateException(MESSAGE);
                }
                sink.accept(observation);
            }
        });
        throw new IllegalStateException(MESSAGE);
    }

    @Override
    public <T> T preview(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Preview, T> look) {
        return target.preview(businessId, spec, producer, look);
    }

    @Override
    public OptionalLong findSame(long businessId, String contentHash) {
        return target.findSame(businessId, contentHash);
    }

    @Override
    public Optional<Account> findAccount(long businessId, Platform platform, String handle) {
        return target.findAccount(businessId, platform, handle);
    }

    @Override
    public Optional<Source> findSource(long businessId, long sourceId) {
        return target.findSource(businessId, sourceId);
    }

    @Override
    public MappingBook mappings() {
        return target.mappings();
    }
}
