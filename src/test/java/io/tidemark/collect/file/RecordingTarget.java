package io.tidemark.collect.file;

import io.tidemark.collect.file.mapping.FakeMappingBook;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Novelty;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Preview;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private final MappingBook mappings = new FakeMappingBook();

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
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Appended, String> report) {
        List<Observation> taken = new ArrayList<>();
        producer.accept(taken::add);
        Appended appended = appended(spec, taken);
        String json = report.apply(appended);
        observations.addAll(taken);
        taken.forEach(
                o -> addAccount(businessId, o.account().platform(), o.account().handle()));
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
        return appended;
    }

    /// All is new to it, and it has no frame to show.
    @Override
    public <T> T preview(
            long businessId, SourceSpec spec, Consumer<ObservationSink> producer, Function<Preview, T> look) {
        List<Observation> taken = new ArrayList<>();
        producer.accept(taken::add);
        Appended appended = appended(spec, taken);
        Frame frame = new Frame(
                businessId,
                1,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(),
                PostFrame.builder(0).build(),
                DayFrame.builder(0).build());
        return look.apply(new Preview(appended, new Novelty(0, appended.dailyFacts(), 0, 0), frame));
    }

    private static Appended appended(SourceSpec spec, List<Observation> taken) {
        return new Appended(
                spec.sourceId(),
                1,
                count(taken, Observation.OfPost.class),
                0,
                count(taken, Observation.OfPost.class),
                count(taken, Observation.OfDay.class),
                count(taken, Observation.OfBreakdown.class),
                0);
    }

    @Override
    public MappingBook mappings() {
        return mappings;
    }

    private static long count(List<Observation> observations, Class<? extends Observation> type) {
        return observations.stream().filter(type::isInstance).count();
    }

    private static String key(long businessId, Platform platform, String handle) {
        return businessId + platform.key() + handle.toLowerCase(Locale.ROOT);
    }
}
