package io.tidemark.collect.file;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Keeps what an import hands over, all or nothing like the ledger.
final class RecordingTarget implements ImportTarget {
    static final Instant RECORDED_AT = Instant.parse("2026-11-01T12:00:00Z");

    final List<Observation> observations = new ArrayList<>();
    final Map<Long, Source> sources = new HashMap<>();
    private final Map<String, Long> hashes = new HashMap<>();
    private final Map<String, Long> accounts = new HashMap<>();

    void addAccount(long businessId, Platform platform, String handle) {
        accounts.putIfAbsent(key(businessId, platform, handle), accounts.size() + 1L);
    }

    <T extends Observation> List<T> all(Class<T> type) {
        return observations.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public OptionalLong findSame(long businessId, String contentHash) {
        Long id = hashes.get(businessId + contentHash);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public Optional<Account> findAccount(long businessId, Platform platform, String handle) {
        return Optional.ofNullable(accounts.get(key(businessId, platform, handle)))
                .map(id -> new Account(id, platform, handle, handle, true, 0, null, null));
    }

    @Override
    public Optional<Source> findSource(long businessId, long sourceId) {
        return Optional.ofNullable(sources.get(sourceId));
    }

    @Override
    public Appended append(
            long businessId,
            SourceSpec spec,
            Consumer<ObservationSink> producer,
            Function<Appended, String> report,
            boolean dryRun) {
        List<Observation> taken = new ArrayList<>();
        producer.accept(taken::add);
        Appended appended = new Appended(
                spec.sourceId(),
                1,
                count(taken, Observation.OfPost.class),
                0,
                count(taken, Observation.OfPost.class),
                count(taken, Observation.OfDay.class),
                count(taken, Observation.OfBreakdown.class),
                0);
        String json = report.apply(appended);
        if (!dryRun) {
            observations.addAll(taken);
            taken.forEach(o ->
                    addAccount(businessId, o.account().platform(), o.account().handle()));
            hashes.put(businessId + spec.contentHash(), spec.sourceId());
            sources.put(
                    spec.sourceId(),
                    new Source(
                            spec.sourceId(),
                            spec.kind(),
                            spec.format(),
                            spec.name(),
                            spec.observedAt(),
                            RECORDED_AT,
                            null,
                            json));
        }
        return appended;
    }

    private static long count(List<Observation> observations, Class<? extends Observation> type) {
        return observations.stream().filter(type::isInstance).count();
    }

    private static String key(long businessId, Platform platform, String handle) {
        return businessId + platform.key() + handle.toLowerCase(Locale.ROOT);
    }
}
