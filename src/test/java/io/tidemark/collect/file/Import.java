package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs imports against a [RecordingTarget] and asks what came of them.
final class Import {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    final RecordingTarget target = new RecordingTarget();
    private final Path folder;
    private @Nullable String account;
    private @Nullable ZoneId timeZone;
    private @Nullable Instant observedAt;
    private @Nullable Instant lastModified;
    private boolean dryRun;
    private boolean strict;
    private Limits limits = Limits.STANDARD;
    private final Set<Long> visible = new HashSet<>(Set.of(1L));
    private long nextId = 1001;

    Import(Path folder) {
        this.folder = folder;
    }

    static Path resource(String path) {
        return Path.of("src/test/resources/exports").resolve(path);
    }

    static byte[] bytes(String resource) {
        try {
            return Files.readAllBytes(resource(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Import account(String handle) {
        this.account = handle;
        return this;
    }

    Import timeZone(String zone) {
        this.timeZone = ZoneId.of(zone);
        return this;
    }

    Import observedAt(String time) {
        this.observedAt = Instant.parse(time);
        return this;
    }

    Import lastModified(String time) {
        this.lastModified = Instant.parse(time);
        return this;
    }

    Import dryRun() {
        this.dryRun = true;
        return this;
    }

    Import strict() {
        this.strict = true;
        return this;
    }

    Import limits(Limits tighter) {
        this.limits = tighter;
        return this;
    }

    Import seeing(long businessId) {
        visible.add(businessId);
        return this;
    }

    ImportReport of(Path file) {
        return of(file, file.getFileName().toString(), _ -> {});
    }

    ImportReport of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport of(String name, byte[] content) {
        try {
            Path file = Files.write(folder.resolve("upload-" + nextId), content);
            return of(file, name, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport of(Path file, String name, java.util.function.Consumer<ImportProgress> progress) {
        ImportRequest request = new ImportRequest(
                nextId++, 1, file, name, account, timeZone, observedAt, lastModified, dryRun, strict, visible);
        return new FileImporter(target, limits, CLOCK).run(request, progress);
    }

    ImportRefused refusal(String name, String content) {
        return refusal(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ImportRefused refusal(String name, byte[] content) {
        return catchThrowableOfType(ImportRefused.class, () -> of(name, content));
    }

    List<Observation.OfPost> posts() {
        return target.all(Observation.OfPost.class);
    }

    List<Observation.OfDay> days() {
        return target.all(Observation.OfDay.class);
    }

    List<Observation.OfBreakdown> breakdowns() {
        return target.all(Observation.OfBreakdown.class);
    }

    List<Observation.OfBreakdown> breakdowns(String dimension, String metric) {
        return breakdowns().stream()
                .filter(b -> b.dimension().equals(dimension) && b.metric().equals(metric))
                .toList();
    }

    double sumOfDays(Metric metric) {
        return days().stream()
                .mapToDouble(d -> d.values().find(metric).orElse(0))
                .sum();
    }

    double sumOfPosts(Metric metric) {
        return posts().stream()
                .mapToDouble(p -> p.values().find(metric).orElse(0))
                .sum();
    }
}
