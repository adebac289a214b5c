package io.tidemark.serve.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.ExportTable;
import io.tidemark.serve.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ExporterTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Business ACME = new Business(1, "Acme", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false);
    private static final Business DEMO = new Business(1, "Show", ZoneId.of("UTC"), DayOfWeek.MONDAY, true);

    private final FakeExports exports = new FakeExports();
    private final Exporter exporter = new Exporter(exports, Clock.fixed(NOW, ZoneOffset.UTC));

    /// What was read and not yet handed on is bounded, whatever the number of rows: nothing is gathered.
    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"CSV", "JSON", "NDJSON"})
    void whatIsReadIsHandedOnAtOnce(ExportFormat format) {
        exports.rows = 300_000;
        int row = FakeExports.line(ExportQuery.everything(ExportTable.SNAPSHOTS, null)).length;
        Counting slow = new Counting();
        exporter.write(ACME, parameters("dataset", "snapshots", "format", format.key()), new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("one byte at a time");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                slow.bytes += length;
                long waiting = exports.produced.get() * row - slow.bytes;
                slow.most = Math.max(slow.most, waiting);
                slow.largest = Math.max(slow.largest, length);
            }
        });

        // Every format writes more than COPY does, so that the rows read and not written show as a surplus.
        assertThat(slow.bytes).isGreaterThan(300_000L * row);
        assertThat(slow.most).isLessThan(1 << 16);
        assertThat(slow.largest).isLessThanOrEqualTo(1 << 15);
    }

    private static final class Counting {
        private long bytes;
        private long most;
        private int largest;
    }

    @Test
    void everythingIsOneArchiveWithAFileForEachDataset() throws IOException {
        Map<String, byte[]> files = Sheets.entries(export(ACME, "bundle", "zip", "format", "csv"));

        assertThat(files.keySet())
                .containsExactly(
                        "posts.csv", "snapshots.csv", "daily.csv", "summaries.csv", "breakdowns.csv", "metadata.json");
        assertThat(Sheets.entries(export(ACME, "bundle", "zip", "as_of", "2026-03-01"))
                        .keySet())
                .isEqualTo(files.keySet());
        assertThat(new String(Sheets.part(files, "daily.csv"), UTF_8))
                .startsWith("account_id,platform,account,owned,post_id,");
        assertThat(Json.mapper()
                        .readTree(Sheets.part(files, "metadata.json"))
                        .get("complete")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void workbooksInAnArchiveAreWhole() throws IOException {
        Map<String, byte[]> files = Sheets.entries(export(ACME, "bundle", "zip", "format", "xlsx"));

        assertThat(Sheets.names(Sheets.part(files, "posts.xlsx"))).containsExactly("posts", "about");
        assertThat(Sheets.cells(Sheets.part(files, "posts.xlsx"), 1)).containsEntry("A2", "inlineStr:7");
    }

    @Test
    void aDemonstrationIsLabelledInEveryFormat() throws IOException {
        JsonNode json = Json.mapper().readTree(export(DEMO, "dataset", "posts", "format", "json"));
        assertThat(json.get("demonstration").asBoolean()).isTrue();
        assertThat(json.get("notice").asString()).contains("Demonstration data");
        byte[] workbook = export(DEMO, "dataset", "posts", "format", "xlsx");
        assertThat(Sheets.names(workbook)).containsExactly("posts (demonstration)", "about");
        assertThat(Sheets.cells(workbook, 2)).containsValue("inlineStr:" + About.DEMONSTRATION);
        assertThat(request(DEMO, "dataset", "posts").fileName(NOW))
                .isEqualTo("demonstration-show-posts-2026-03-10.csv");
    }

    @Test
    void namesOfFilesAreSafe() {
        Business odd = new Business(9, "\"../Å\r\nSet-Cookie: x", ZoneId.of("UTC"), DayOfWeek.MONDAY, false);
        Business foreign = new Business(9, "東京", ZoneId.of("Asia/Tokyo"), DayOfWeek.MONDAY, false);

        assertThat(request(odd, "dataset", "posts").fileName(NOW))
                .isEqualTo("tidemark-set-cookie-x-posts-2026-03-10.csv");
        assertThat(request(foreign, "bundle", "zip").fileName(Instant.parse("2026-03-10T20:00:00Z")))
                .isEqualTo("tidemark-business-9-everything-2026-03-11.zip");
    }

    @Test
    void aPeriodIsOfDaysOfTheBusinessAndAbsentMeansAll() {
        export(ACME, "dataset", "snapshots");
        export(ACME, "dataset", "snapshots", "range", "all");
        export(ACME, "dataset", "snapshots", "range", "last_7_days");

        assertThat(exports.queries.get(0).from()).isNull();
        assertThat(exports.queries.get(1).to()).isNull();
        assertThat(exports.queries.get(2).from()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(exports.queries.get(2).to()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private byte[] export(Business business, String... parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exporter.write(business, parameters(parameters), bytes);
        return bytes.toByteArray();
    }

    private static ExportRequest request(Business business, String... parameters) {
        return new ExportParameters(Clock.fixed(NOW, ZoneOffset.UTC)).parse(business, parameters(parameters));
    }

    private static Map<String, String[]> parameters(String... pairs) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return parameters;
    }
}
