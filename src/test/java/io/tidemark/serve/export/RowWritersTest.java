package io.tidemark.serve.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidemark.collect.file.table.FormulaGuard;
import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import io.tidemark.serve.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RowWritersTest {
    private static final List<ExportColumn> COLUMNS = List.of(
            column("post_id", Kind.ID),
            column("text", Kind.TEXT),
            column("at", Kind.TIME),
            column("likes", Kind.NUMBER),
            column("deleted", Kind.BOOLEAN));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void csvHasAHeaderCrlfAndEmptyCellsForWhatIsMissing() throws IOException {
        write(
                new CsvWriter(bytes, COLUMNS, false),
                "1001\tplain\t2026-03-10 09:00:00+00\t0\ttrue\n",
                "1002\t\\N\t\\N\t\\N\t\\N\n",
                "1003\t\t2026-03-10 09:00:00.25+00\t-1.5\tfalse\n");

        assertThat(bytes.toString(UTF_8)).isEqualTo("""
                        post_id,text,at,likes,deleted\r
                        1001,plain,2026-03-10T09:00:00Z,0,true\r
                        1002,,,,\r
                        1003,"",2026-03-10T09:00:00.25Z,-1.5,false\r
                        """);
    }

    @Test
    void csvQuotesAndGuardsTextAndNeverNumbers() throws IOException {
        write(
                new CsvWriter(bytes, COLUMNS, true),
                "1\t=HYPERLINK(\"x\")\t\\N\t-7\t\\N\n",
                "2\tsays \"no\", then\\nleaves 😀\t\\N\t1\t\\N\n",
                "3\t-plain\t\\N\t1\t\\N\n",
                "4\ta\\\\b\\tc\t\\N\t1\t\\N\n");

        assertThat(bytes.toString(UTF_8)).isEqualTo("\uFEFF" + """
                        post_id,text,at,likes,deleted\r
                        1,"'=HYPERLINK(""x"")",,-7,\r
                        2,"says ""no"", then
                        leaves 😀",,1,\r
                        3,'-plain,,1,\r
                        4,a\\b\tc,,1,\r
                        """);
    }

    @Test
    void jsonKeepsNullFromZeroAndSaysThatItIsComplete() throws IOException {
        write(
                new JsonWriter(bytes, COLUMNS, Map.of("business_id", 1)),
                "1001\ta \"b\" \\\\ \\n \u0001\t2026-03-10 09:00:00+00\t0\tfalse\n",
                "1002\t\\N\t\\N\t\\N\t\\N\n");

        JsonNode whole = Json.mapper().readTree(bytes.toByteArray());
        assertThat(whole.propertyNames()).containsExactly("business_id", "rows", "row_count", "complete");
        assertThat(whole.get("rows").get(0).toString())
                .isEqualTo("{\"post_id\":1001,\"text\":\"a \\\"b\\\" \\\\ \\n \\u0001\","
                        + "\"at\":\"2026-03-10T09:00:00Z\",\"likes\":0,\"deleted\":false}");
        assertThat(whole.get("rows").get(1).get("likes").isNull()).isTrue();
        assertThat(whole.get("row_count").asInt()).isEqualTo(2);
        assertThat(bytes.toString(UTF_8)).endsWith("\"complete\":true}\n");
    }

    @Test
    void linesAreOneObjectEach() throws IOException {
        write(new NdjsonWriter(bytes, COLUMNS), "1\tx\\ny\t\\N\t1\t\\N\n", "2\tz\t\\N\t2\t\\N\n");

        assertThat(bytes.toString(UTF_8).lines())
                .containsExactly(
                        "{\"post_id\":1,\"text\":\"x\\ny\",\"at\":null,\"likes\":1,\"deleted\":null}",
                        "{\"post_id\":2,\"text\":\"z\",\"at\":null,\"likes\":2,\"deleted\":null}");
    }

    @Test
    void rowsOfValuesAreWrittenLikeRowsOfCopy() throws IOException {
        CsvWriter writer = new CsvWriter(bytes, COLUMNS, false);
        Row row = new Row(COLUMNS.size());
        writer.row(row.clear()
                .add(5L)
                .add("é".repeat(2000))
                .add((String) null)
                .add(0.000031)
                .add(true));
        writer.row(
                row.clear().add(6L).add("").add((String) null).add(Double.NaN).add(false));
        writer.row(row.clear().add(7L).add("x").add((String) null).add(3.0).add(false));
        writer.end();

        assertThat(bytes.toString(UTF_8))
                .isEqualTo("5," + "é".repeat(2000) + ",,0.000031,true\r\n6,\"\",,,false\r\n7,x,,3,false\r\n");
    }

    /// The reader is another library's.
    @Test
    void anyTextSurvivesCsvAndJson() throws IOException {
        Random random = new Random(11);
        int[] points = "=+-@'\"\\,;\t\r\n aé😀0\u0001\u2028N".codePoints().toArray();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            texts.add(text.toString());
        }
        String[] lines = texts.stream()
                .map(text -> "1\t" + escaped(text) + "\t\\N\t1\t\\N\n")
                .toArray(String[]::new);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        write(new CsvWriter(csv, COLUMNS, false), lines);
        write(new JsonWriter(bytes, COLUMNS, Map.of("business_id", 1)), lines);

        List<String> fromCsv = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv.toString(UTF_8))) {
            reader.stream().skip(1).forEach(record -> fromCsv.add(FormulaGuard.unguard(record.getField(1))));
        }
        List<String> fromJson = new ArrayList<>();
        Json.mapper()
                .readTree(bytes.toByteArray())
                .get("rows")
                .forEach(row -> fromJson.add(row.get("text").asString()));
        assertThat(fromCsv).isEqualTo(texts);
        assertThat(fromJson).isEqualTo(texts);
    }

    private static void write(RowWriter writer, String... lines) throws IOException {
        Row row = new Row(COLUMNS.size());
        writer.begin();
        for (String line : lines) {
            row.takeCopyLine(line.getBytes(UTF_8));
            row.asTime(2);
            writer.row(row);
        }
        writer.end();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static ExportColumn column(String name, Kind kind) {
        return new ExportColumn(name, kind, "");
    }
}
