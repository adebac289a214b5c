package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final String TOTALS = "Date,Views\n2022-12-01,50\n2022-12-02,100\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    private ImportRefused refusal(byte[] content) {
        Import imports = imports();
        ImportRefused refused = imports.refusal("some file.xls", content);
        assertThat(refused).isNotNull();
        assertThat(refused.file()).isEqualTo("some file.xls");
        assertThat(refused.sentence()).endsWith(".").hasSizeGreaterThan(30);
        assertThat(imports.target.observations).isEmpty();
        return refused;
    }

    private ImportRefused refusal(String content) {
        return refusal(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyFilesAreRefused() {
        assertThat(refusal(new byte[0]).code()).isEqualTo("empty_file");
        assertThat(refusal("\ufeff").code()).isEqualTo("empty_file");
        assertThat(refusal(" \n\n\t\n").code()).isEqualTo("empty_file");
    }

    @Test
    void missingFilesAreRefused() {
        ImportRequest request = new ImportRequest(
                1, 1, folder.resolve("nothing"), "nothing.csv", Answers.NONE, null, false, false, Set.of());
        FileImporter importer = new FileImporter(new RecordingTarget(), Limits.STANDARD, Import.CLOCK);
        ImportRefused refused = catchThrowableOfType(ImportRefused.class, () -> importer.run(request, _ -> {}));
        assertThat(refused.code()).isEqualTo("unreadable_file");
    }

    @Test
    void unknownFormatSaysWhatItSawAndWhatIsUnderstood() {
        ImportRefused refused = refusal("note\nName,Colour,Taste\napple,red,sweet\n");
        assertThat(refused.code()).isEqualTo("unknown_format");
        assertThat(refused.sentence()).contains("\"Name, Colour, Taste\"", "LinkedIn", "YouTube", "mapping");
    }

    @Test
    void filesInDisguiseAreNamed() {
        assertThat(refusal("<?xml version=\"1.0\"?><rss><channel/></rss>").sentence())
                .contains("XML");
        assertThat(refusal("\ufeff<html><table><tr><td>Date</td></tr></table></html>")
                        .sentence())
                .contains("HTML");
        assertThat(refusal("{\n  \"organic_insights_posts\": []}").sentence())
                .contains("JSON", "Instagram", "Meta Business Suite");
        assertThat(refusal("[{\"title\": \"Posts\"}]").sentence()).contains("JSON");
        assertThat(refusal("[Date],[Views]\n1,2\n").sentence()).contains("[Date]");
        assertThat(refusal("%PDF-1.7 and so on").sentence()).contains("PDF");
        assertThat(refusal(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}).sentence()).contains("gzip");
        assertThat(refusal(new byte[] {1, 2, 3, 4, 5}).code()).isEqualTo("unknown_format");
    }

    @Test
    void archivesOfAccountsSayWhereTheNumbersAre() {
        Zip archive = new Zip();
        for (String name : List.of("posts", "audience_insights", "content_interactions", "profiles_reached")) {
            archive.add("logged_information/past_instagram_insights/" + name + ".json", "{\"a\": []}");
        }
        ImportRefused refused = refusal(archive.bytes());
        assertThat(refused.code()).isEqualTo("unknown_format");
        assertThat(refused.sentence())
                .startsWith("The file holds no table.")
                .contains("posts.json\" was left out: it is a JSON document", "And 1 more", "platform's analytics")
                .doesNotContain("profiles_reached");
    }

    @Test
    void brokenEncodingsNameTheByte() {
        byte[] damaged = "Date,Views\n2022-12-01,5\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
        ImportRefused refused = refusal(damaged);
        assertThat(refused.code()).isEqualTo("broken_encoding");
        assertThat(refused.sentence()).contains("Byte 23 (0xFF)", "UTF-8");
        byte[] far = (TOTALS + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        far[150_000] = (byte) 0xFF;
        assertThat(refusal(far).sentence()).contains("Byte 150000 (0xFF)");
        byte[] cut = Arrays.copyOf("Date,Views\u20ac".getBytes(StandardCharsets.UTF_8), 12);
        assertThat(refusal(cut).code()).isEqualTo("broken_encoding");
        assertThat(refusal(TOTALS.getBytes(StandardCharsets.UTF_16LE)).sentence())
                .contains("NUL");
    }

    @Test
    void everyKnownEncodingAndSeparatorGivesTheSameDays() {
        List<byte[]> files = List.of(
                TOTALS.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + TOTALS).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + TOTALS).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + TOTALS).getBytes(StandardCharsets.UTF_16BE),
                TOTALS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                TOTALS.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                TOTALS.replace(',', ';').getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + TOTALS.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
                ("sep=;\n\n" + TOTALS.replace(',', ';')).getBytes(Charset.forName("UTF-8")));
        for (byte[] file : files) {
            Import imports = imports();
            assertThat(imports.of("t.csv", file).rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
            assertThat(imports.sumOfDays(io.tidemark.metric.Metric.VIDEO_VIEWS)).isEqualTo(150);
        }
    }

    @Test
    void brokenQuotesAreRefusedWithTheirPlace() {
        ImportRefused refused = refusal(TOTALS + "\"2022-12-03,5\n");
        assertThat(refused.code()).isEqualTo("damaged_csv");
        assertThat(refused.row()).isEqualTo(4);
        assertThat(refusal(TOTALS + "\"2022-12-03\"x,5\n").code()).isEqualTo("damaged_csv");
    }

    @Test
    void endlessFieldsAndRowsAreRefused() {
        assertThat(refusal(TOTALS + "\"" + "x".repeat(20_000_000)).code()).isEqualTo("damaged_csv");
        assertThat(refusal(TOTALS + ",".repeat(100_000)).code()).isEqualTo("damaged_csv");
    }

    @Test
    void truncatedWorkbooksAreRefusedOrComplete() {
        byte[] whole = Import.bytes("linkedin-page/example-page_content_1742193384396.xls");
        int refused = 0;
        for (int length = 4; length < whole.length; length += 101) {
            try {
                Import imports = new Import(folder);
                ImportReport report = imports.of("acme_content_1742193384396.xls", Arrays.copyOf(whole, length));
                assertThat(report.rows()).isEqualTo(new RowCounts(38, 8, 30, 0, 0, 0, 0, 0));
                assertThat(imports.sumOfPosts(io.tidemark.metric.Metric.IMPRESSIONS))
                        .isEqualTo(310);
            } catch (ImportRefused e) {
                assertThat(e.code()).isEqualTo("damaged_workbook");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void emptyWorkbooksAreOfNoKnownFormat() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Metrics");
            assertThat(refusal(workbook.getBytes()).code()).isIn("unknown_format", "damaged_workbook");
        }
        assertThat(refusal(new Workbook().sheet("Metrics").bytes()).sentence()).contains("no row at all");
    }

    @Test
    void oversizedFilesAreRefusedBeforeTheyAreRead() {
        Limits tight = new Limits(100_000, 20_000, 10, 1 << 20, 200);
        byte[] workbook = Import.bytes("linkedin-page/example-page_content_1742193384396.xls");
        assertThat(imports().limits(tight).refusal("a.xls", workbook).code()).isEqualTo("file_too_large");
        assertThat(imports().limits(tight).refusal("a.csv", "x".repeat(100_001)).code())
                .isEqualTo("file_too_large");
    }

    @Test
    void bombsAreRefusedWhileTheyUnpack() {
        byte[] ratio = new Zip().add("Totals.csv", "0".repeat(8 << 20)).bytes();
        assertThat(refusal(ratio).code()).isEqualTo("zip_too_large");
        Zip large = new Zip();
        for (int i = 0; i < 5; i++) {
            large.add("Totals" + i + ".csv", TOTALS.repeat(10));
        }
        Limits tight = new Limits(1 << 20, 1 << 20, 10, 1_000, 200);
        assertThat(imports().limits(tight).refusal("a.zip", large.bytes()).code())
                .isEqualTo("zip_too_large");
        byte[] workbook = Import.bytes("linkedin-page/example-page_content_1742193384396.xls");
        byte[] workbooks =
                new Zip().add("a.xls", workbook).add("b.xls", workbook).bytes();
        Limits oneWorkbook = new Limits(1 << 20, workbook.length + 1, 10, 1 << 20, 200);
        assertThat(imports().limits(oneWorkbook).refusal("a.zip", workbooks).code())
                .isEqualTo("zip_too_large");
        Zip many = new Zip();
        for (int i = 0; i < 1_001; i++) {
            many.add("f" + i, "");
        }
        assertThat(refusal(many.bytes()).code()).isEqualTo("zip_too_large");
    }

    @Test
    void hostileEntryNamesAreRefused() {
        for (String name : List.of(
                "/etc/Totals.csv",
                "../Totals.csv",
                "a/../../Totals.csv",
                "C:\\Totals.csv",
                "a\\Totals.csv",
                "a\nb.csv",
                "a\u0085b.csv",
                "a/".repeat(600) + "b.csv")) {
            ImportRefused refused = refusal(new Zip().add(name, TOTALS).bytes());
            assertThat(refused.code()).as(name).isEqualTo("hostile_zip");
            assertThat(refused.part()).isNotNull();
        }
    }

    @Test
    void damagedArchivesAreRefused() {
        byte[] whole = new Zip()
                .add("Totals.csv", Import.bytes("youtube-studio/Totals.csv"))
                .bytes();
        for (int length : List.of(30, 200, whole.length / 2, whole.length - 1)) {
            assertThat(refusal(Arrays.copyOf(whole, length)).code()).isEqualTo("damaged_zip");
        }
        for (int at = 60; at < whole.length - 120; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            assertThat(refusal(flipped).code()).isEqualTo("damaged_zip");
        }
    }

    @Test
    void archivesWithoutTablesSayWhatTheyHold() {
        ImportRefused refused =
                refusal(new Zip().add("report.pdf", "%PDF-1.7 and so on").bytes());
        assertThat(refused.code()).isEqualTo("unknown_format");
        assertThat(refused.sentence()).contains("a PDF document", "only CSV and workbooks are read");
        assertThat(refusal(new Zip().bytes()).sentence()).contains("holds no table");
    }

    @Test
    void brokenEncodingInsideAnArchiveNamesTheEntry() {
        ImportRefused refused = refusal(new Zip()
                .add("a/Totals.csv", (TOTALS + "\u00ff").getBytes(StandardCharsets.ISO_8859_1))
                .bytes());
        assertThat(refused.code()).isEqualTo("broken_encoding");
        assertThat(refused.part()).isEqualTo("a/Totals.csv");
    }
}
