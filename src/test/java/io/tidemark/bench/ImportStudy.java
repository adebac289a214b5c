package io.tidemark.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.derive.Deriver;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/// Imports large files through the real ledger, with the CSV library alone on the same bytes as the yardstick. Run it
/// with little heap: that it ends is the figure.
final class ImportStudy {
    private final Path directory;
    private final Ledger ledger;
    private final long business;
    private final Study study;

    private ImportStudy(Path directory, Ledger ledger, long business, Study study) {
        this.directory = directory;
        this.ledger = ledger;
        this.business = business;
        this.study = study;
    }

    /// @param arguments megabytes of the CSV file (default 200), rows of the workbook (default 500000), a file for the
    /// report (`-` for none), rows of each format (default 50000), different posts in one file (default 0: none)
    public static void main(String[] arguments) throws IOException {
        int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500_000;
        int rowsOfFormats = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 50_000;
        int posts = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
        Path directory = Path.of("target", "bench").toAbsolutePath().resolve("run-" + System.nanoTime());
        Files.createDirectories(directory);
        try (DatabaseAccess server = DatabaseAccess.openAsOwner(directory, ServerOptions.defaults())) {
            PostgresAccess access = server.postgres();
            Database database = Database.open(
                    new DatabaseAddress(access.jdbcUrl(), access.user(), access.password()), Clock.systemUTC());
            Directory businesses = new Directory(database);
            Ledger ledger = new Ledger(database, new Deriver());
            Study study = new Study();
            if (megabytes > 0) {
                long business = businesses
                        .createBusiness("Bench", ZoneOffset.UTC, DayOfWeek.MONDAY, false)
                        .id();
                new ImportStudy(directory, ledger, business, study).run(megabytes, rows);
            }
            FormatStudy formats = new FormatStudy(ledger, businesses, study);
            if (rowsOfFormats > 0) {
                formats.all(directory, rowsOfFormats);
            }
            if (posts > 0) {
                formats.manyPosts(directory, posts);
            }
            database.close();
            if (arguments.length > 2 && !arguments[2].equals("-")) {
                Files.writeString(Path.of(arguments[2]), study.text());
            }
        }
    }

    private void run(int megabytes, int rows) throws IOException {
        study.title(
                "Days of videos from a chart; %d processors, %,d MB of heap at most"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.getRuntime().maxMemory() >> 20),
                "what",
                "figure",
                "of the library alone");
        Path csv = ChartFiles.csv(directory.resolve("chart.csv"), (long) megabytes << 20);
        double alone = library(csv);
        imported("CSV of " + megabytes + " MB", csv, alone);
        imported("workbook", ChartFiles.workbook(directory.resolve("chart.xlsx"), rows), 0);
    }

    /// @return rows a second
    private double library(Path csv) throws IOException {
        long start = System.nanoTime();
        long rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord row : reader) {
                rows += row.getFieldCount() > 0 ? 1 : 0;
            }
        }
        double seconds = Study.secondsSince(start);
        study.row("CSV library alone", figure(rows, Files.size(csv), seconds), "1");
        return rows / seconds;
    }

    private void imported(String what, Path file, double alone) throws IOException {
        long start = System.nanoTime();
        line(what + ", rows read only", file, rows(file), Study.secondsSince(start), alone);
        start = System.nanoTime();
        long rows = stored(file);
        line(what + ", imported", file, rows, Study.secondsSince(start), alone);
    }

    private static long rows(Path path) throws IOException {
        long rows = 0;
        try (ExportFile file = ExportFile.open(path, "chart", Limits.STANDARD)) {
            for (Part part : file.parts()) {
                try (RowCursor cursor = part.open()) {
                    while (cursor.next() != null) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private long stored(Path file) {
        ImportRequest request = new ImportRequest(
                ledger.newId(),
                business,
                file,
                String.valueOf(file.getFileName()),
                new Answers("bench", null, null, null, null, null),
                Instant.EPOCH,
                false,
                true,
                Set.of(business));
        ImportReport report = new FileImporter(ledger, Clock.systemUTC()).run(request, progress -> {});
        return report.rows().total();
    }

    private void line(String what, Path file, long rows, double seconds, double alone) throws IOException {
        String ratio = alone == 0 ? "" : Study.times(rows / seconds / alone);
        study.row(what, figure(rows, Files.size(file), seconds), ratio);
    }

    private static String figure(long rows, long bytes, double seconds) {
        return "%,d rows in %.1f s: %s, %.1f MB/s"
                .formatted(rows, seconds, Study.perSecond((double) rows, seconds), bytes / seconds / (1 << 20));
    }
}
