package io.tidemark.collect.file;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One pass over the rows of an export: hands each row to its reader, its observations to the sink, its fate to the
/// tally, and says how far it has come.
final class Reading {
    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    private final AccountKey account;
    private final Instant observedAt;
    private final Tally tally;
    private final ObservationSink sink;
    private final Consumer<ImportProgress> progress;
    private final long bytesTotal;
    private long bytesDone;

    Reading(
            AccountKey account,
            Instant observedAt,
            Tally tally,
            ObservationSink sink,
            Consumer<ImportProgress> progress,
            long bytesTotal) {
        this.account = account;
        this.observedAt = observedAt;
        this.tally = tally;
        this.sink = sink;
        this.progress = progress;
        this.bytesTotal = bytesTotal;
    }

    /// Reads one kind of row.
    @FunctionalInterface
    interface RowReader {
        /// @throws BadValue where the row cannot be understood; nothing of it may have been handed on before
        Outcome read(Line line);
    }

    AccountKey account() {
        return account;
    }

    Instant observedAt() {
        return observedAt;
    }

    Tally tally() {
        return tally;
    }

    /// Every row below the header, blank ones left out.
    void each(Header header, RowReader reader) {
        for (String name : header.repeated()) {
            tally.warn(
                    "repeated " + header.part().name() + name,
                    "\"" + header.part().name() + "\" names the column \"" + header.written(name)
                            + "\" more than once: the first was read.");
        }
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > header.row() && !row.isBlank()) {
                    one(new Line(header, row), reader);
                    report(rows);
                } else if (row.number() < header.row() && row.width() > 1) {
                    warnOfRowAbove(header, row);
                }
            }
            bytesDone += header.part().size();
        }
    }

    /// A note above the header is one long cell; a row of several cells may be data that somebody sorted upwards.
    private void warnOfRowAbove(Header header, Row row) {
        tally.warn(
                "above " + header.part().name(),
                "\"" + header.part().name() + "\" row " + row.number() + " stands above the header in row "
                        + header.row() + " and was not read.");
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
            tally.reject(new Reject(line.header().part().name(), line.number(), e.column(), e.reason(), e.text()));
        }
    }

    /// A comma that nobody quoted moves every later value into the wrong column.
    private static void refuseSurplus(Line line) {
        int width = line.row().width();
        if (width > line.header().width()) {
            throw new BadValue(
                    null,
                    "the row has " + width + " cells where the header names "
                            + line.header().width() + " columns",
                    text(line.row()));
        }
    }

    static @Nullable String textOrNull(Line line, String column) {
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
