package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Recognised audience tables. Each row of percents is kept part by part, as the audience was when the file spoke.
final class AudienceExport implements Export {
    private final ExportFormat format;
    private final List<Block> blocks;
    private final Set<String> ofPages;

    /// @param ofPages names of the parts that say that they are of a page
    AudienceExport(ExportFormat format, List<Block> blocks, Set<String> ofPages) {
        this.format = format;
        this.blocks = blocks;
        this.ofPages = ofPages;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    @Override
    public Accounts accounts() {
        Set<Platform> platforms = ofPages.containsAll(parts())
                ? Set.of(Platform.FACEBOOK)
                : Set.of(Platform.FACEBOOK, Platform.INSTAGRAM);
        return new Accounts.One(platforms, Optional.empty());
    }

    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        return Optional.empty();
    }

    @Override
    public Set<String> parts() {
        return blocks.stream().map(block -> block.header().part().name()).collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        Set<String> seen = new HashSet<>();
        Block.read(reading, blocks, block -> {
            AudienceDimension dimension = AudienceDimension.of(block.title()).orElseThrow();
            return line -> read(reading, dimension, line, seen);
        });
    }

    private static Outcome read(Reading reading, AudienceDimension dimension, Line line, Set<String> seen) {
        if (isTitle(line)) {
            return Outcome.NOTE;
        }
        String row = line.text("").map(age -> " " + age).orElse("");
        List<Observation> parts = new ArrayList<>();
        for (String name : line.header().names().stream().distinct().toList()) {
            if (!name.isEmpty()) {
                String key = line.header().written(name) + row;
                line.decimal(name).ifPresent(value -> parts.add(part(reading, dimension, key, value)));
            }
        }
        return seen.add(dimension + row) ? new Outcome(Outcome.Fate.BREAKDOWN, parts) : Outcome.DUPLICATE;
    }

    private static boolean isTitle(Line line) {
        String text = line.row().cells().getFirst().stripped();
        return Block.isBetween(line.row()) && text.chars().noneMatch(Character::isDigit);
    }

    private static Observation part(Reading reading, AudienceDimension dimension, String key, double value) {
        return new Observation.OfBreakdown(
                reading.account(),
                dimension.key(),
                key,
                reading.account().platform().key() + "." + dimension.metric(),
                null,
                null,
                value,
                reading.observedAt());
    }
}
