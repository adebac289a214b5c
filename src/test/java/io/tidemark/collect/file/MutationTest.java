package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done to a file, it is either refused with a reason or read with one fate for every row.
class MutationTest {
    private static final List<Seeds.Seed> SEEDS = Seeds.all();
    private static final int QUICK = 12;
    private static final int DAMAGES = 6;
    private static final int LONG = 5_000;
    /// Rows of a part that are no rows of a table: its header and what stands above.
    private static final int MOST_ABOVE = Part.BEGINNING;

    /// Of these, each row says itself what it is.
    private static final Set<String> WITHOUT_HEADER = Set.of("linkedin_single_post");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> mutatedFilesAreRefusedOrAccountedFor() {
        return tests(QUICK);
    }

    @TestFactory
    @Tag("thorough")
    List<DynamicTest> manyMutatedFilesAreRefusedOrAccountedFor() {
        return tests(LONG);
    }

    private List<DynamicTest> tests(int cases) {
        return SEEDS.stream()
                .map(seed -> DynamicTest.dynamicTest(seed.file() + " " + seed.part(), () -> {
                    for (int i = 0; i < cases; i++) {
                        check(seed, i, new Mutation(i).of(seed.copy()));
                    }
                }))
                .toList();
    }

    /// Some formats read an archive or a workbook only as a whole.
    @Test
    void damagedFilesAreRefusedOrAccountedFor() throws IOException {
        for (Path path : Seeds.files()) {
            byte[] whole = Files.readAllBytes(path);
            Seeds.Seed seed = new Seeds.Seed(path.getFileName().toString(), "", List.of());
            for (int i = 0; whole.length < 1 << 17 && i < DAMAGES; i++) {
                check(seed, i, new Mutation(i).damaged(whole));
            }
        }
    }

    private void check(Seeds.Seed seed, int number, byte[] content) throws IOException {
        String about = "%s, %s, mutation %d".formatted(seed.file(), seed.part(), number);
        Import imports = new Import(folder).account("acme").observedAt("2026-10-01T00:00:00Z");
        try {
            ImportReport report = answered(imports, seed.file(), content);
            RowCounts rows = report.rows();
            assertThat(rows.posts()
                            + rows.days()
                            + rows.duplicates()
                            + rows.totals()
                            + rows.breakdowns()
                            + rows.notes()
                            + rows.rejected())
                    .as(about)
                    .isEqualTo(rows.total());
            assertThat(report.rejects()).as(about).hasSize((int) Math.min(rows.rejected(), 1_000));
            compareWithRows(about, String.valueOf(report.format()), rows, content);
        } catch (ImportRefused e) {
            assertThat(e.sentence()).as(about).isNotBlank();
            assertThat(e.code()).as(about).matches("[a-z_]+");
        } catch (RuntimeException e) {
            throw new AssertionError(about + " ended in " + e, e);
        }
    }

    /// Takes the first answer where the file leaves a question open.
    private static ImportReport answered(Import imports, String name, byte[] content) {
        try {
            return imports.of(name, content);
        } catch (ImportRefused e) {
            if (e.choices().isEmpty()) {
                throw e;
            }
            String first = e.choices().getFirst().key();
            Import told = e.code().equals("platform_needed")
                    ? imports.platform(Platform.find(first).orElseThrow())
                    : imports.format(first);
            return told.of(name, content);
        }
    }

    /// What the report counts are the rows that stand in the file, but for headers and what stands above them.
    private void compareWithRows(String about, String format, RowCounts rows, byte[] content) throws IOException {
        Path path = Files.write(folder.resolve("again"), content);
        try (ExportFile file = ExportFile.open(path, "again", Limits.STANDARD)) {
            long standing = 0;
            for (Part part : file.parts()) {
                standing += filled(part);
            }
            long headers = WITHOUT_HEADER.contains(format) ? 0 : 1;
            assertThat(rows.total()).as(about).isLessThanOrEqualTo(standing - headers);
            if (file.parts().size() == 1) {
                assertThat(rows.total()).as(about).isGreaterThanOrEqualTo(standing - MOST_ABOVE);
            }
        }
    }

    private static long filled(Part part) {
        long filled = 0;
        try (RowCursor cursor = part.open()) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                filled += row.isBlank() ? 0 : 1;
            }
        }
        return filled;
    }

    /// Archives that end inside an entry.
    @Test
    void archivesThatEndInsideAnEntryAreDamaged() {
        byte[] whole = new Zip()
                .add("Table data.csv", Import.bytes("youtube-studio/Totals.csv"))
                .bytes();
        for (int length : List.of(40, 400, whole.length / 2)) {
            ImportRefused refused = new Import(folder).account("acme").refusal("a.zip", Arrays.copyOf(whole, length));
            assertThat(refused.code()).isEqualTo("damaged_zip");
        }
    }
}
