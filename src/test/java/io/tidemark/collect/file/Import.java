package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
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
public final class Import {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    final RecordingTarget target = new RecordingTarget();
    private final Path folder;
    private @Nullable String account;
    private @Nullable Platform platform;
    private @Nullable String format;
    private @Nullable ZoneId timeZone;
    private @Nullable Instant observedAt;
    private @Nullable Mapping mapping;
    private @Nullable Instant lastModified;
    private boolean dryRun;
    private boolean strict;
    private Limits limits = Limits.STANDARD;
    private final Set<Long> visible = new HashSet<>(Set.of(1L));
    private long nextId = 1001;

    public Import(Path folder) {
        this.folder = folder;
    }

    public static Path resource(String path) {
        return Path.of("src/test/resources/exports").resolve(path);
    }

    public static byte[] bytes(String resource) {
        try {
            return Files.readAllBytes(resource(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Import account(String handle) {
        this.account = handle;
        return this;
    }

    public Import platform(Platform answer) {
        this.platform = answer;
        return this;
    }

    public Import format(String answer) {
        this.format = answer;
        return this;
    }

    public Import timeZone(String zone) {
        this.timeZone = ZoneId.of(zone);
        return this;
    }

    public Import observedAt(String time) {
        this.observedAt = Instant.parse(time);
        return this;
    }

    public Import mapping(@Nullable Mapping told) {
        this.mapping = told;
        return this;
    }

    public Import lastModified(String time) {
        this.lastModified = Instant.parse(time);
        return this;
    }

    public Import dryRun() {
        this.dryRun = true;
        return this;
    }

    public Import strict() {
        this.strict = true;
        return this;
    }

    public Import limits(Limits tighter) {
        this.limits = tighter;
        return this;
    }

    public Import seeing(long businessId) {
        visible.add(businessId);
        return this;
    }

    /// An account that a business has already.
    public Import known(long businessId, Platform owner, String handle) {
        target.addAccount(businessId, owner, handle);
        return this;
    }

    public ImportReport of(Path file) {
        return of(file, file.getFileName().toString(), _ -> {});
    }

    public ImportReport of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public ImportReport of(String name, byte[] content) {
        try {
            Path file = Files.write(folder.resolve("upload-" + nextId), content);
            return of(file, name, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportReport of(Path file, String name, java.util.function.Consumer<ImportProgress> progress) {
        ImportRequest request = new ImportRequest(
                nextId++,
                1,
                file,
                name,
                new Answers(account, platform, format, timeZone, observedAt, mapping),
                lastModified,
                dryRun,
                strict,
                visible);
        return new FileImporter(target, limits, CLOCK).run(request, progress);
    }

    public ImportRefused refusal(String name, String content) {
        return refusal(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public ImportRefused refusal(String name, byte[] content) {
        return catchThrowableOfType(ImportRefused.class, () -> of(name, content));
    }

    public List<Observation.OfPost> posts() {
        return target.all(Observation.OfPost.class);
    }

    public List<Observation.OfAccount> levels() {
        return target.all(Observation.OfAccount.class);
    }

    public MappingBook mappings() {
        return target.mappings();
    }

    public List<Observation.OfDay> days() {
        return target.all(Observation.OfDay.class);
    }

    public List<Observation.OfBreakdown> breakdowns() {
        return target.all(Observation.OfBreakdown.class);
    }

    public List<Observation.OfBreakdown> breakdowns(String dimension, String metric) {
        return breakdowns().stream()
                .filter(b -> b.dimension().equals(dimension) && b.metric().equals(metric))
                .toList();
    }

    public double sumOfDays(Metric metric) {
        return days().stream()
                .mapToDouble(d -> d.values().find(metric).orElse(0))
                .sum();
    }

    public double sumOfPosts(Metric metric) {
        return posts().stream()
                .mapToDouble(p -> p.values().find(metric).orElse(0))
                .sum();
    }
}
