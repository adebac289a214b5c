package io.tidemark.collect.file.format;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.language.SaidJson;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One pass over the rows of an export: hands each row to its reader, its observations to the sink, its fate to the
/// tally, and says how far it has come.
public final class Reading {
    private static final Sentence REPEATED = Sentence.of(
            "import_repeated_column", "\"{part}\" names the column \"{column}\" more than once: the first was read.");
    private static final Sentence ABOVE = Sentence.of(
            "import_row_above", "\"{part}\" row {row} stands above the header in row {header} and was not read.");

    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    private final @Nullable AccountKey account;
    private final Consumer<AccountKey> met;
    private final Set<AccountKey> accounts = new HashSet<>();
    private final Instant observedAt;
    private final @Nullable ZoneId timeZone;
    private final Tally tally;
    private final ObservationSink sink;
    private final Consumer<ImportProgress> progress;
    private final long bytesTotal;
    private long bytesDone;

    /// @param account whose rows all are; null where every row names its own
    /// @param met told of each account that a row names, once, before anything of it is handed on
    /// @param timeZone of times that the file gives without one; null where the user named none
    /// @param bytesDone bytes of other parts of the file that were read before
    public Reading(
            @Nullable AccountKey account,
            Consumer<AccountKey> met,
            Instant observedAt,
            @Nullable ZoneId timeZone,
            Tally tally,
            ObservationSink sink,
            Consumer<ImportProgress> progress,
            long bytesDone,
            long bytesTotal) {
        this.account = account;
        this.met = met;
        this.bytesDone = bytesDone;
        this.observedAt = observedAt;
        this.timeZone = timeZone;
        this.tally = tally;
        this.sink = sink;
        this.progress = progress;
        this.bytesTotal = bytesTotal;
    }

    /// Reads one kind of row.
    @FunctionalInterface
    public interface RowReader {
        /// @throws BadValue where the row cannot be understood; nothing of it may have been handed on before
        Outcome read(Line line);

        /// Names of columns that are read each time they occur. Of any other name the first column counts, and a
        /// warning says so.
        default Set<String> readEveryTime() {
            return Set.of();
        }
    }

    /// The account that all rows are of.
    public AccountKey account() {
        if (account == null) {
            throw new IllegalStateException("Every row of this export names its account");
        }
        return account;
    }

    /// An account that a row names.
    public AccountKey account(AccountKey named) {
        if (accounts.add(named)) {
            met.accept(named);
        }
        return named;
    }

    /// Bytes of the file that were read so far.
    public long bytesDone() {
        return bytesDone;
    }

    public Instant observedAt() {
        return observedAt;
    }

    /// When a level of a day was so high: in the last second of the day, which still is of that day, or when the file
    /// spoke if the day was not over then.
    ///
    /// @param zone where the days begin and end
    public Instant levelOf(LocalDate day, ZoneId zone) {
        Instant last = day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
        return last.isBefore(observedAt) ? last : observedAt;
    }

    /// The zone of times that the file gives without one.
    public ZoneId timeZone() {
        if (timeZone == null) {
            throw new IllegalStateException("This export does not say that it gives local times");
        }
        return timeZone;
    }

    public Tally tally() {
        return tally;
    }

    /// Every row below the header, blank ones left out.
    public void each(Header header, RowReader reader) {
        stacked(List.of(header), _ -> reader);
    }

    /// Every row of tables that stand one below the other in one part: those below each header and above the next one.
    /// What stands between two tables, a title for instance, counts to the upper one.
    public void stacked(List<Header> headers, Function<Header, RowReader> readers) {
        Part part = headers.getFirst().part();
        try (RowCursor rows = part.open()) {
            boolean implied = headers.getFirst().isImplied();
            int table = implied ? 0 : -1;
            RowReader reader = implied ? readers.apply(headers.getFirst()) : null;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (table + 1 < headers.size()
                        && row.number() == headers.get(table + 1).row()) {
                    table++;
                    reader = readers.apply(headers.get(table));
                    warnOfRepeated(headers.get(table), reader.readEveryTime());
                } else if (reader == null) {
                    warnOfRowAbove(headers.getFirst(), row);
                } else if (!row.isBlank()) {
                    one(new Line(headers.get(table), row), reader);
                    report(rows);
                }
            }
            bytesDone += part.size();
        }
    }

    private void warnOfRepeated(Header header, Set<String> readEveryTime) {
        for (String name : header.repeated()) {
            if (readEveryTime.contains(name)) {
                continue;
            }
            tally.warn(
                    "repeated " + header.part().name() + name,
                    REPEATED.said(Map.of(
                            "part", Value.name(header.part().name()), "column", Value.name(header.written(name)))));
        }
    }

    /// A note above the header is one long cell or begins with `#`; a row of several cells may be data that somebody
    /// sorted upwards.
    private void warnOfRowAbove(Header header, Row row) {
        if (row.width() <= 1 || row.cell(0).stripped().startsWith("#")) {
            return;
        }
        tally.warn(
                "above " + header.part().name(),
                ABOVE.said(Map.of(
                        "part",
                        Value.name(header.part().name()),
                        "row",
                        Value.name(Long.toString(row.number())),
                        "header",
                        Value.name(Long.toString(header.row())))));
    }

    private void one(Line line, RowReader reader) {
        try {
            refuseSurplus(line);
            Outcome outcome = reader.read(line);
            for (Observation observation : outcome.observations()) {
                sink.accept(observation);
            }
            tally.count(outcome.fate());
        } catch (BadValue e) {
            tally.reject(new Reject(
                    line.header().part().name(),
                    line.number(),
                    e.column(),
                    e.reason().english(),
                    SaidJson.node(e.reason()),
                    e.text(),
                    line.row().asCsv()));
        }
    }

    /// A comma that nobody quoted moves every later value into the wrong column.
    private static void refuseSurplus(Line line) {
        int width = line.row().width();
        if (width > line.header().width()) {
            throw new BadValue(
                    null,
                    Reason.SURPLUS_CELLS.said(Map.of(
                            "cells",
                            Value.count(width),
                            "columns",
                            Value.count(line.header().width()))),
                    text(line.row()));
        }
    }

    public static @Nullable String textOrNull(Line line, String column) {
        return line.text(column).orElse(null);
    }

    private static String text(Row row) {
        return String.join(" | ", row.cells().stream().map(Cell::text).toList());
    }

    private void report(RowCursor rows) {
        if (tally.rows() % ROWS_BETWEEN_REPORTS == 0) {
            progress.accept(
                    new ImportProgress(tally.rows(), Math.min(bytesDone + rows.bytesRead(), bytesTotal), bytesTotal));
        }
    }
}
