package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables of a file, all read with one mapping.
final class MappedExport implements Export {
    private static final Sentence FOUND = Sentence.of(
            "import_with_mapping",
            "Read with the mapping \"{mapping}\", which was confirmed for a file with these columns.");
    private static final Sentence UNNAMED = Sentence.of(
            "import_unnamed_columns",
            "\"{part}\" has columns that the mapping does not name and that were not taken: {columns}.");
    private static final Sentence UNEXPECTED = Sentence.of(
            "import_unexpected_metrics",
            "{platform} is not known to give {metrics}: the values are kept, but answers say \"not provided\".");

    private static final Sentence TIMES_WITHOUT_ZONE = Sentence.of(
            "mapping_zone_untold",
            "The times are written without a zone: say which it is, here or as the time zone of the mapping.");

    private final ExportFormat format;
    private final Mapping mapping;
    private final boolean found;
    private final List<MappedTable> tables;
    private @Nullable Extent extent;

    /// @param found whether nobody named the mapping for this file
    MappedExport(ExportFormat format, Mapping mapping, boolean found, List<MappedTable> tables) {
        this.format = format;
        this.mapping = mapping;
        this.found = found;
        this.tables = List.copyOf(tables);
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    @Override
    public Accounts accounts() {
        return RowAccounts.of(mapping);
    }

    /// The latest time at which a row was read, where rows say when they were.
    @Override
    public Optional<Instant> stamp() {
        return extent().latest();
    }

    @Override
    public Optional<Period> period() {
        return extent().period();
    }

    @Override
    public ZoneId dayZone() {
        ZoneId told = mapping.timeZone();
        return told == null ? Export.super.dayZone() : told;
    }

    @Override
    public Set<String> parts() {
        return tables.stream().map(table -> table.header().part().name()).collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        if (found) {
            reading.tally().warn("found", FOUND.said(Map.of("mapping", Value.name(mapping.name()))));
        }
        SeenKeys posts = new SeenKeys();
        Set<MappedLevels.Seen> levels = new HashSet<>();
        SeenDays days = new SeenDays();
        for (MappedTable table : tables) {
            warnOfUnnamed(table, reading);
            Reading.RowReader rows = switch (mapping.rows()) {
                case POSTS -> new MappedPosts(table, reading, posts);
                case ACCOUNT_DAYS, POST_DAYS -> new MappedDays(table, reading, days);
                case ACCOUNT_LEVELS -> new MappedLevels(table, reading, levels);
            };
            try {
                reading.each(table.header(), rows);
            } catch (Dates.ZoneUnknown e) {
                throw zoneNeeded(e);
            }
        }
        warnOfUnexpected(reading);
    }

    /// Read once: the rows of a file do not change, and the days and times take a pass over all of them.
    private Extent extent() {
        Extent known = extent;
        if (known == null) {
            known = new Extent();
            try {
                tables.forEach(known::add);
            } catch (Dates.ZoneUnknown e) {
                throw zoneNeeded(e);
            }
            extent = known;
        }
        return known;
    }

    private static ImportRefused zoneNeeded(Dates.ZoneUnknown cause) {
        return new ImportRefused("time_zone_needed", TIMES_WITHOUT_ZONE.said(), cause);
    }

    private static void warnOfUnnamed(MappedTable table, Reading reading) {
        List<String> unnamed = table.unnamed();
        if (!unnamed.isEmpty()) {
            String part = table.header().part().name();
            reading.tally()
                    .warn(
                            "unnamed " + part,
                            UNNAMED.said(Map.of(
                                    "part", Value.name(part), "columns", Value.name(String.join(", ", unnamed)))));
        }
    }

    private Subject subject(Metric metric) {
        return switch (mapping.rows()) {
            case POSTS, POST_DAYS -> Subject.POST;
            case ACCOUNT_DAYS -> metric.kind() == Kind.GAUGE ? Subject.ACCOUNT : Subject.ACCOUNT_DAY;
            case ACCOUNT_LEVELS -> Subject.ACCOUNT;
        };
    }

    /// What the dictionary says that a platform does not give, answers leave out.
    private void warnOfUnexpected(Reading reading) {
        Set<Platform> platforms = reading.tally().accounts().stream()
                .map(AccountKey::platform)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Platform.class)));
        for (Platform platform : platforms) {
            List<String> unexpected = tables.stream()
                    .flatMap(table -> new MappedNumbers(table).metrics().stream())
                    .distinct()
                    .filter(metric ->
                            Dictionary.find(platform, subject(metric), metric).isEmpty())
                    .map(Metric::key)
                    .toList();
            if (!unexpected.isEmpty()) {
                reading.tally()
                        .warn(
                                "unexpected " + platform,
                                UNEXPECTED.said(Map.of(
                                        "platform",
                                        Value.platform(platform),
                                        "metrics",
                                        Value.name(String.join(", ", unexpected)))));
            }
        }
    }
}
