package io.tidemark.serve.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {
    private static final List<ExportColumn> COLUMNS = List.of(
            column("post_id", Kind.ID),
            column("text", Kind.TEXT),
            column("day", Kind.DATE),
            column("likes", Kind.NUMBER),
            column("owned", Kind.BOOLEAN));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void numbersAreNumbersAndIdsAndTextsAreText() throws IOException {
        write(100, "7001\t=1+1\t2026-03-10\t12.5\ttrue", "7002\t\\N\t\\N\t0\t\\N");

        assertThat(Sheets.cells(bytes.toByteArray(), 1))
                .containsEntry("A1", "inlineStr:post_id")
                .containsEntry("A2", "inlineStr:7001")
                .containsEntry("B2", "inlineStr:=1+1")
                .containsEntry("C2", "n:46091")
                .containsEntry("D2", "n:12.5")
                .containsEntry("E2", "b:1")
                .containsEntry("D3", "n:0")
                .doesNotContainKeys("B3", "C3", "E3");
    }

    @Test
    void aFullSheetIsContinuedOnTheNext() throws IOException {
        write(3, "1\ta\t\\N\t1\t\\N", "2\tb\t\\N\t1\t\\N", "3\tc\t\\N\t1\t\\N");

        assertThat(Sheets.names(bytes.toByteArray())).containsExactly("posts", "posts 2", "about");
        assertThat(Sheets.cells(bytes.toByteArray(), 1)).containsEntry("A3", "inlineStr:2");
        assertThat(Sheets.cells(bytes.toByteArray(), 2))
                .containsEntry("A1", "inlineStr:post_id")
                .containsEntry("A2", "inlineStr:3");
        assertThat(Sheets.cells(bytes.toByteArray(), 3)).containsEntry("B2", "inlineStr:Acme & Söhne");
    }

    @Test
    void everyPartIsWellFormedWhateverTheTextHolds() throws IOException {
        write(100, "1\t<a> & \"b\" \u0001 _x0041_ \\r\\n\\t😀 \uFFFE\uFFFF]]>\t\\N\t1\t\\N");

        byte[] workbook = bytes.toByteArray();
        for (byte[] part : Sheets.entries(workbook).values()) {
            assertThat(Sheets.xml(part).getDocumentElement()).isNotNull();
        }
        assertThat(Sheets.cells(workbook, 1))
                .containsEntry("B2", "inlineStr:<a> & \"b\" _x0001_ _x005F_x0041_ _x000D_\n\t😀 \uFFFD\uFFFD]]>");
    }

    @Test
    void textTooLongForACellIsCutBetweenCharacters() throws IOException {
        String fits = "é".repeat(32_767);
        write(100, "1\t" + fits + "\t\\N\t1\t\\N", "2\t" + "x" + "😀".repeat(20_000) + "\t\\N\t1\t\\N");

        Map<String, String> cells = Sheets.cells(bytes.toByteArray(), 1);
        assertThat(cells.get("B2")).isEqualTo("inlineStr:" + fits);
        assertThat(cells.get("B3")).isEqualTo("inlineStr:x" + "😀".repeat(16_382) + "…");
    }

    @Test
    void columnsAreLetteredAsSpreadsheetsDo() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702).stream().map(SheetCells::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    private void write(int rowsPerSheet, String... lines) throws IOException {
        XlsxWriter writer = new XlsxWriter(bytes, COLUMNS, "posts", Map.of("business", "Acme & Söhne"), rowsPerSheet);
        Row row = new Row(COLUMNS.size());
        writer.begin();
        for (String line : lines) {
            row.takeCopyLine(line.getBytes(UTF_8));
            writer.row(row);
        }
        writer.end();
    }

    private static ExportColumn column(String name, Kind kind) {
        return new ExportColumn(name, kind, "");
    }
}
