package io.tidemark.bench;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.FileImporter;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.ReadOnly;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/// Every family of exports: recognised and read, and imported, beside the library that takes the same bytes
/// apart. Reading is told in time of the processor on its thread, which other work on the machine hardly
/// changes; an import on the clock, since PostgreSQL does most of it.
final class FormatStudy {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int READINGS = 3;

    private final Ledger ledger;
    private final Directory businesses;
    private final Study study;
    private final HeapPeak heap = new HeapPeak();

    FormatStudy(Ledger ledger, Directory businesses, Study study) {
        this.ledger = ledger;
        this.businesses = businesses;
        this.study = study;
    }

    /// What something did and took.
    ///
    /// @param thread seconds of the processor on the thread that did it
    /// @param processor seconds of the processor in this program, collections included
    private record Took(long rows, double thread, double processor, double clock, long heap) {
        Took better(Took other) {
            return thread <= other.thread ? this : other;
        }
    }

    void all(Path directory, int rows) throws IOException {
        for (FormatFiles.File file : new FormatFiles(Files.createDirectories(directory.resolve("warm")), 5_000).all()) {
            library(file);
            read(file);
            imported(file);
        }
        title("Formats, up to %,d rows each".formatted(rows));
        for (FormatFiles.File file : new FormatFiles(directory, rows).all()) {
            row(file);
        }
    }

    /// Many different posts in one file: what is remembered of each of them counts.
    void manyPosts(Path directory, int rows) throws IOException {
        title("X posts, %,d different ones".formatted(rows));
        row(new FormatFiles(directory, rows).x());
    }

    private void title(String what) {
        study.title(
                "%s; %,d MB of heap at most"
                        .formatted(what, Runtime.getRuntime().maxMemory() >> 20),
                "format",
                "rows, size",
                "library alone",
                "recognised and read",
                "of the library",
                "imported, on the clock",
                "of it processor here",
                "heap, reading and importing");
    }

    private void row(FormatFiles.File file) throws IOException {
        Took library = library(file);
        Took read = read(file);
        Took imported = imported(file);
        double megabytes = Files.size(file.path()) / (double) (1 << 20);
        study.row(
                file.title(),
                "%,d, %.1f MB".formatted(read.rows, megabytes),
                pace(megabytes, library.rows, library.thread),
                pace(megabytes, read.rows, read.thread),
                Study.times(library.thread / read.thread),
                pace(megabytes, imported.rows, imported.clock),
                Study.seconds(imported.processor),
                read.heap + " MB, " + imported.heap + " MB");
    }

    private static String pace(double megabytes, long rows, double seconds) {
        return String.format(Locale.ROOT, "%.1f MB/s, %,.0f rows/s", megabytes / seconds, rows / seconds);
    }

    private Took measured(LongSupplier work) {
        System.gc();
        heap.megabytes();
        long processor = SYSTEM.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long rows = work.getAsLong();
        double clock = Study.secondsSince(start);
        return new Took(
                rows,
                (THREADS.getCurrentThreadCpuTime() - thread) / 1e9,
                (SYSTEM.getProcessCpuTime() - processor) / 1e9,
                clock,
                heap.megabytes());
    }

    /// The best of a few, since they take parts of a second.
    private Took best(LongSupplier work) {
        Took best = measured(work);
        for (int i = 1; i < READINGS; i++) {
            best = best.better(measured(work));
        }
        return best;
    }

    /// FastCSV for texts, the readers of workbooks for these.
    private Took library(FormatFiles.File file) {
        Charset charset = file.charset();
        return best(() -> {
            try {
                return charset == null ? cells(file.path()) : records(file.path(), charset);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static long records(Path path, Charset charset) throws IOException {
        long rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(path, charset))) {
            for (CsvRecord row : reader) {
                rows += row.getFieldCount() > 0 ? 1 : 0;
            }
        }
        return rows;
    }

    private static long cells(Path path) throws IOException {
        long rows = 0;
        try (ExportFile file = ExportFile.open(path, "workbook", Limits.STANDARD)) {
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

    private Took read(FormatFiles.File file) {
        return best(() -> rows(new ReadOnly().read(request(file, 1), Clock.systemUTC())));
    }

    /// Into a business of its own, where all of it is new.
    private Took imported(FormatFiles.File file) {
        long business = businesses
                .createBusiness("Bench " + ledger.newId(), ZoneOffset.UTC, DayOfWeek.MONDAY, false)
                .id();
        return measured(() -> rows(new FileImporter(ledger, Clock.systemUTC()).run(request(file, business), _ -> {})));
    }

    private ImportRequest request(FormatFiles.File file, long business) {
        String mapping = file.mapping();
        Answers answers = new Answers(
                "acme",
                null,
                null,
                ZoneOffset.UTC,
                Instant.parse("2026-01-05T00:00:00Z"),
                mapping == null ? null : MappingJson.read(mapping));
        return new ImportRequest(
                ledger.newId(),
                business,
                file.path(),
                String.valueOf(file.path().getFileName()),
                answers,
                Instant.EPOCH,
                false,
                true,
                Set.of(business));
    }

    private static long rows(ImportReport report) {
        if (report.rows().rejected() > 0 || report.rows().duplicates() > 0) {
            throw new IllegalStateException("Not all rows were taken: " + report.rows() + " " + report.rejects());
        }
        return report.rows().total();
    }
}
