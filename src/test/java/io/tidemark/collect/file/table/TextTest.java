package io.tidemark.collect.file.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.file.Zip;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts as spreadsheets and people leave them.
class TextTest {
    private static final String WESTERN = "Beitrag,Aufrufe\n\"Gr\u00fc\u00dfe aus K\u00f6ln \u2013 sch\u00f6n!\",5\n";
    private static final String CYRILLIC = """
            \u0414\u0430\u0442\u0430,\u041f\u0440\u043e\u0441\u043c\u043e\u0442\u0440\u044b
            2024-04-03,\u0414\u043e\u0431\u0440\u043e \u043f\u043e\u0436\u0430\u043b\u043e\u0432\u0430\u0442\u044c
            """;
    private static final String GREEK = """
            \u0397\u03bc\u03b5\u03c1\u03bf\u03bc\u03b7\u03bd\u03af\u03b1,\u03a0\u03c1\u03bf\u03b2\u03bf\u03bb\u03ad\u03c2
            \u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1,5
            """;

    @TempDir
    Path folder;

    private List<Row> rows(byte[] content) throws IOException {
        return new Tables(folder).rows(content, "file");
    }

    private List<List<String>> texts(String content) throws IOException {
        return rows(content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    private ImportRefused refusal(byte[] content) {
        return catchThrowableOfType(ImportRefused.class, () -> rows(content));
    }

    @Test
    void codePagesAreToldByTheirLetters() throws IOException {
        Tables tables = new Tables(folder);
        assertThat(tables.rows(in("windows-1252", WESTERN), "file")
                        .get(1)
                        .cell(0)
                        .text())
                .isEqualTo("Gr\u00fc\u00dfe aus K\u00f6ln \u2013 sch\u00f6n!");
        assertThat(tables.remarks()).singleElement().asString().contains("windows-1252");
        assertThat(tables.rows(in("windows-1251", CYRILLIC), "file")
                        .getFirst()
                        .cell(1)
                        .text())
                .isEqualTo("\u041f\u0440\u043e\u0441\u043c\u043e\u0442\u0440\u044b");
        assertThat(tables.remarks()).singleElement().asString().contains("windows-1251");
        tables.open(new Zip().add("a/t.csv", in("windows-1252", WESTERN)).bytes());
        assertThat(tables.remarks()).singleElement().asString().contains("a/t.csv", "windows-1252");
        tables.open(in("UTF-8", WESTERN));
        assertThat(tables.remarks()).isEmpty();
    }

    @Test
    void textsThatFitNoCodePageAreNotGuessed() {
        byte[] damaged = in("UTF-8", WESTERN);
        damaged[20] = (byte) 0xC3;
        byte[] shiftJis = in("Shift_JIS", "\u65e5\u4ed8,\u30dd\u30b9\u30c8\u672c\u6587\n1,2\n");
        byte[] cut = in("UTF-8", "Views\u20ac");
        for (byte[] content : List.of(
                damaged,
                shiftJis,
                in("windows-1253", GREEK),
                Arrays.copyOf(cut, cut.length - 1),
                in("UTF-16LE", "a,b"))) {
            assertThat(refusal(content)).isNotNull();
            assertThat(refusal(content).code()).isEqualTo("broken_encoding");
        }
    }

    @Test
    void wrappedLinesAreUnwrapped() throws IOException {
        String whole = "\"Post id,Date,Text\"\n\"1,\"\"Sat, Aug 1, 2026\"\",\"\"he said \"\"\"\"hi\"\"\"\"\"\"\"\n"
                + "\"2,\"\"Sun, Aug 2, 2026\"\",\"\"two\"\nplain\n\"lines, really\"\"\"\n";
        Tables tables = new Tables(folder);
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<Row> rows = tables.rows(in("UTF-8", whole.replace("\n", end)), "file");
            assertThat(rows.getFirst().cells()).hasSize(3);
            assertThat(rows.get(1).cell(2).text()).isEqualTo("he said \"hi\"");
            assertThat(rows.get(2).cell(2).text()).isEqualTo("two\nplain\nlines, really");
            assertThat(tables.remarks()).singleElement().asString().contains("whole lines into quotes");
        }
    }

    @Test
    void aHeaderThatNeededNoQuotesMayStandAboveWrappedLines() throws IOException {
        List<List<String>> texts =
                texts("Date,Views\r\n\"\"\"Sat, Aug 1, 2026\"\",5\"\r\n\"\"\"Sun, Aug 2, 2026\"\",6\"\r\n");
        assertThat(texts)
                .containsExactly(
                        List.of("Date", "Views"), List.of("Sat, Aug 1, 2026", "5"), List.of("Sun, Aug 2, 2026", "6"));
    }

    @Test
    void quotedFieldsAreNotTakenForWrappedLines() throws IOException {
        assertThat(texts("\"a\",\"b, c\",\"\"\n\"\",\"x\"\"y\",\"\"\n\"a\",\"\",\"c\"\n"))
                .containsExactly(List.of("a", "b, c", ""), List.of("", "x\"y", ""), List.of("a", "", "c"));
    }

    @Test
    void commentsAboveTheHeaderDoNotDecideTheSeparator() throws IOException {
        List<List<String>> texts = texts("# a, b, c, d\n#\n\nsep\nDate;Views\n2026-01-01;5\n");
        assertThat(texts.getLast()).containsExactly("2026-01-01", "5");
    }

    @Test
    void numbersThatBecameDatesSaySo() {
        for (String text : List.of("3.\u0430\u043f\u0440", "03-Apr", "Apr-03", "3.M\u00e4r.")) {
            BadValue bad =
                    catchThrowableOfType(BadValue.class, () -> Values.number(new Cell.Text(text), NumberStyle.POINT));
            assertThat(bad.reason().english()).as(text).contains("into a date");
        }
    }
}
