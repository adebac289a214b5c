package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// An export of one company page: sheets of days, cut in UTC, and sheets of other kinds.
record PageExport(ExportFormat format, PageFile file, List<Table> tables) implements Export {
    private static final Sentence FUTURE = Sentence.of(
            "import_future",
            "The file is taken to be from {time} but covers days up to {day}: say when it was downloaded if that is wrong.");

    PageExport {
        tables = List.copyOf(tables);
    }

    /// The sheets of one kind, read by one reader, which notices what they repeat.
    ///
    /// @param daily whether the rows are days
    /// @param reader takes the period of the export besides, where its days tell it
    record Table(List<Header> headers, boolean daily, BiFunction<Reading, Optional<Period>, Reading.RowReader> reader) {
        Table {
            headers = List.copyOf(headers);
        }
    }

    /// The export, unless none of its sheets is there.
    static Optional<Export> of(ExportFormat format, PageFile file, Table... tables) {
        List<Table> found = List.of(tables).stream()
                .filter(table -> !table.headers.isEmpty())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new PageExport(format, file, found));
    }

    @Override
    public Accounts accounts() {
        return new Accounts.One(Platform.LINKEDIN, file.page());
    }

    @Override
    public Optional<Instant> stamp() {
        return file.stamp();
    }

    @Override
    public Optional<Period> period() {
        CoveredDays covered = new CoveredDays(DayStyle.MONTH_DAY_YEAR);
        tables.stream()
                .filter(Table::daily)
                .flatMap(table -> table.headers.stream())
                .forEach(covered::add);
        return covered.period();
    }

    @Override
    public Set<String> parts() {
        return tables.stream()
                .flatMap(table -> table.headers.stream())
                .map(header -> header.part().name())
                .collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        Optional<Period> period = period();
        period.map(Period::to).ifPresent(last -> warnOfFuture(reading, last));
        for (Table table : tables) {
            Reading.RowReader rows = table.reader.apply(reading, period);
            table.headers.forEach(header -> reading.each(header, rows));
        }
    }

    private static void warnOfFuture(Reading reading, LocalDate last) {
        Instant begin = last.atStartOfDay(Platform.LINKEDIN.bucketZone()).toInstant();
        if (reading.observedAt().isBefore(begin)) {
            reading.tally()
                    .warn(
                            "future",
                            FUTURE.said(Map.of(
                                    "time",
                                    Value.name(reading.observedAt().toString()),
                                    "day",
                                    Value.name(String.valueOf(last)))));
        }
    }
}
