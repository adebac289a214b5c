package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A recognised content export: one table, or several from an archive.
final class ContentExport implements Export {
    private static final Pattern NAME =
            Pattern.compile("([A-Z][a-z]{2}-\\d{2}-\\d{4})_([A-Z][a-z]{2}-\\d{2}-\\d{4})_\\d+");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM-dd-uuuu", Locale.ENGLISH);

    private final ExportFormat format;
    private final List<Header> tables;

    ContentExport(ExportFormat format, List<Header> tables) {
        this.format = format;
        this.tables = tables;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    @Override
    public Accounts accounts() {
        return new Accounts.Each(tables.stream().map(ContentExport::platform).collect(Collectors.toSet()));
    }

    private static Platform platform(Header header) {
        return ContentTable.of(header).orElseThrow().platform();
    }

    /// The dates in the name are those of the period, not of the download.
    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        return tables.stream().flatMap(table -> period(table).stream()).reduce(Period::with);
    }

    /// The two days in the name of the table's file, else the days of its rows where these are days.
    private static Optional<Period> period(Header table) {
        Matcher name = NAME.matcher(table.part().name());
        if (name.find()) {
            try {
                return Optional.of(
                        new Period(LocalDate.parse(name.group(1), DAY), LocalDate.parse(name.group(2), DAY)));
            } catch (DateTimeException _) {
                // Somebody else's name that looks alike: the rows may tell.
            }
        }
        CoveredDays days = new CoveredDays(DayStyle.MONTH_DAY_YEAR);
        days.add(table);
        return days.period();
    }

    @Override
    public Set<String> parts() {
        return tables.stream().map(table -> table.part().name()).collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        for (Header table : tables) {
            reading.each(table, new ContentRows(reading, table, spokenAt(reading, table)));
        }
    }

    /// Each table of an archive spoke at the end of its own period, so that two of one account are two readings.
    private Instant spokenAt(Reading reading, Header table) {
        Instant file = reading.observedAt();
        if (tables.size() == 1) {
            return file;
        }
        return period(table)
                .map(period -> period.endIn(dayZone()))
                .filter(end -> end.isBefore(file))
                .orElse(file);
    }
}
