package io.tidemark.serve.imports;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.language.SaidJson;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.serve.ServedFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ImportControllerTest {
    private static final String BOUNDARY = "boundary";

    @TempDir
    private Path uploads;

    private ServedFixture served;

    @BeforeEach
    void start() {
        served = new ServedFixture(uploads);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void anUploadIsImportedInTheBackgroundAndThenGone() {
        CountDownLatch mayFinish = new CountDownLatch(1);
        served.imports.outcome = request -> {
            assertThat(read(request.file())).isEqualTo("a,b");
            await(mayFinish);
            return FailedImport.unexpectedly(request);
        };

        HttpResponse<String> started = upload("a,b", field("business_id", "1"), field("account", "acme"));
        assertThat(started.statusCode()).isEqualTo(202);
        String url = json(started).get("url").asString();
        assertThat(started.headers().firstValue("Location").orElseThrow()).endsWith(url);
        assertThat(json(started).get("status").asString()).isEqualTo("running");
        assertThat(json(served.get(url)).get("status").asString()).isEqualTo("running");

        mayFinish.countDown();
        JsonNode done = settled(url);
        assertThat(done.get("status").asString()).isEqualTo("failed");
        assertThat(done.get("problem").get("code").asString()).isEqualTo("internal_error");
        Awaitility.await().until(() -> isEmpty(uploads));
        assertThat(json(served.get("/api/v1/imports?business_id=1"))
                        .get("imports")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whatIsToldAboutTheFileReachesTheImport() {
        upload(
                "x",
                field("business_id", "1"),
                field("account", "acme"),
                field("time_zone", "Europe/Berlin"),
                field("observed_at", "2026-03-10T09:00:00+01:00"),
                field("last_modified", "1742193384396"),
                field("dry_run", "true"));

        Awaitility.await().until(() -> !served.imports.requests.isEmpty());
        ImportRequest request = served.imports.requests.getFirst();
        assertThat(request.fileName()).isEqualTo("acme_content.csv");
        assertThat(request.answers().account()).isEqualTo("acme");
        assertThat(request.answers().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(request.answers().observedAt()).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
        assertThat(request.lastModified()).isEqualTo(Instant.ofEpochMilli(1742193384396L));
        assertThat(request.dryRun()).isTrue();
        assertThat(request.visibleBusinesses()).containsExactly(1L);
    }

    @Test
    void aTrialIsShownAndThenImportedWithoutBeingSentAgain() {
        served.imports.outcome = request -> finished(request);
        String trial = json(upload("a,b", field("business_id", "1"), field("dry_run", "true")))
                .get("url")
                .asString();
        JsonNode looked = settled(trial);
        assertThat(looked.get("dry_run").asBoolean()).isTrue();
        assertThat(json(served.get("/api/v1/imports?business_id=1")).get("imports"))
                .isEmpty();
        String id = looked.get("import_id").asString();

        HttpResponse<String> going = goOn(id, "{\"account\": \"acme\"}");
        assertThat(going.statusCode()).isEqualTo(202);
        settled(json(going).get("url").asString());

        ImportRequest second = served.imports.requests.getLast();
        assertThat(second.dryRun()).isFalse();
        assertThat(second.answers().account()).isEqualTo("acme");
        assertThat(second.fileName()).isEqualTo("acme_content.csv");
        assertThat(second.importId()).isNotEqualTo(Long.parseLong(id));
        Awaitility.await().until(() -> isEmpty(uploads));
        assertThat(goOn(id, "{}").statusCode()).isEqualTo(410);
    }

    @Test
    void aTrialThatIsGivenUpLeavesNoFile() {
        served.imports.outcome = request -> finished(request);
        JsonNode looked = settled(json(upload("a,b", field("business_id", "1"), field("dry_run", "true")))
                .get("url")
                .asString());
        assertThat(isEmpty(uploads)).isFalse();

        HttpResponse<String> gone = served.send(
                served.authorised("/api/v1/imports/" + looked.get("import_id").asString() + "?business_id=1")
                        .DELETE());

        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(isEmpty(uploads)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"account\": 7}", "{\"colour\": \"red\"}", "[]", "{", "{\"platform\": \"myspace\"}"})
    void aBadAnswerIsRefusedAndTheFileIsKept(String body) {
        served.imports.outcome = request -> finished(request);
        JsonNode looked = settled(json(upload("a,b", field("business_id", "1"), field("dry_run", "true")))
                .get("url")
                .asString());
        String id = looked.get("import_id").asString();

        assertThat(goOn(id, body).statusCode()).isEqualTo(400);
        assertThat(goOn(id, "{}").statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> goOn(String id, String body) {
        return served.send(served.authorised("/api/v1/imports/" + id + "/continue?business_id=1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static ImportReport finished(ImportRequest request) {
        return new ImportReport(
                request.importId(),
                request.businessId(),
                ImportReport.Status.DONE,
                request.fileName(),
                "youtube_studio",
                List.of(),
                null,
                null,
                null,
                request.dryRun(),
                null,
                new RowCounts(1, 0, 0, 0, 0, 0, 0, 1),
                new ImportReport.Stored(0, 0, 0, 0, 0),
                List.of(),
                List.of(new Reject(
                        "t.csv",
                        2,
                        "Views",
                        "not a number",
                        SaidJson.node(Reason.NO_NUMBER.said()),
                        "=1+1",
                        "=1+1,\"x\"")),
                List.of(),
                null,
                new ImportProgress(1, 1, 1),
                null,
                null,
                null);
    }

    @Test
    void rejectedRowsCanBeDownloaded() {
        served.imports.outcome = request -> finished(request);
        JsonNode done =
                settled(json(upload("x", field("business_id", "1"))).get("url").asString());

        HttpResponse<String> file =
                served.get("/api/v1/imports/" + done.get("import_id").asString() + "/rejects?business_id=1");

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body())
                .isEqualTo("part,row,column,reason,text,original_row\r\n"
                        + "t.csv,2,Views,not a number,'=1+1,\"'=1+1,\"\"x\"\"\"\r\n");

        String path = "/api/v1/imports/" + done.get("import_id").asString() + "/rejects?business_id=1&language=";
        assertThat(served.get(path + "de").body()).contains("t.csv,2,Views,keine Zahl,'=1+1,");
        assertThat(served.get(path + "fr").statusCode()).isEqualTo(400);
    }

    @Test
    void aMappingComesWithTheFileOrFromTheBook() {
        Mapping kept = MappingJson.read("""
                {"name": "Kept", "rows": "posts", "columns": [{"name": "id", "role": "post_id"},
                 {"name": "likes", "role": "metric", "metric": "likes"}]}
                """);
        long number = served.imports.mappings.save(1, kept).mappingId();

        upload("x", field("business_id", "1"), field("mapping", Long.toString(number)));
        upload(
                "y",
                field("business_id", "1"),
                field("mapping", MappingJson.write(kept).replace("Kept", "Told")));

        Awaitility.await().until(() -> served.imports.requests.size() == 2);
        assertThat(served.imports.requests)
                .extracting(request ->
                        Objects.requireNonNull(request.answers().mapping()).name())
                .containsExactlyInAnyOrder("Kept", "Told");
    }

    @Test
    void anUnforeseenFailureTellsNothingOfTheInside() {
        JsonNode done =
                settled(json(upload("x", field("business_id", "1"))).get("url").asString());

        assertThat(done.get("status").asString()).isEqualTo("failed");
        assertThat(done.toString()).contains("internal_error").doesNotContain("secret");
    }

    @Test
    void aRefusalTellsWhatItsSentenceIsMadeFrom() {
        served.imports.outcome = request -> {
            throw new ImportRefused("unknown_format", ExportFile.NO_TABLE.said());
        };

        JsonNode problem = settled(
                        json(upload("x", field("business_id", "1"))).get("url").asString())
                .get("problem");

        assertThat(problem.get("detail").asString()).isEqualTo("The file holds no table.");
        assertThat(problem.get("detail_said").toString()).isEqualTo("{\"code\":\"file_holds_no_table\",\"values\":{}}");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInWords() {
        HttpResponse<String> answer = upload("x".repeat(1_100_000), field("business_id", "1"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("code").asString()).isEqualTo("file_too_large");
        assertThat(json(answer).get("limit_bytes").asLong()).isEqualTo(1 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "business_id, 2, 404, business_not_found",
        "time_zone, Mars, 400, bad_parameter",
        "observed_at, yesterday, 400, bad_parameter",
        "last_modified, -1, 400, bad_parameter",
        "dry_run, yes, 400, bad_parameter",
        "mapping, 77, 400, bad_parameter",
        "mapping, Tool, 400, bad_parameter",
        "mapping, {}, 400, bad_mapping",
        "label, x, 400, unknown_parameter"
    })
    void aBadFieldIsRefusedAndNothingIsKept(String name, String value, int status, String code) {
        HttpResponse<String> answer = name.equals("business_id")
                ? upload("x", field(name, value))
                : upload("x", field("business_id", "1"), field(name, value));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(isEmpty(uploads)).isTrue();
    }

    @Test
    void withoutAFileThereIsNothingToImport() {
        String body = field("business_id", "1") + "--" + BOUNDARY + "--\r\n";

        HttpResponse<String> answer = served.send(multipart(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("file_needed");
    }

    @Test
    void aRecordedImportShowsItsAccountAndItsUndo() {
        ImportRequest request =
                new ImportRequest(700, 1, uploads, "acme.xls", Answers.NONE, null, false, false, Set.of());
        String report =
                ImportReport.running(request, new ImportProgress(1, 2, 3)).toJson();
        Instant recorded = Instant.parse("2026-11-01T05:00:00Z");
        served.records.sources.add(new Source(
                700, SourceSpec.Kind.FILE, "linkedin_page_content", "acme.xls", null, recorded, null, report));

        JsonNode one = json(served.get("/api/v1/imports/700?business_id=1"));
        assertThat(one.get("recorded_at").asString()).isEqualTo("2026-11-01T05:00:00Z");

        HttpResponse<String> undone = post("/api/v1/imports/700/undo?business_id=1");
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(json(undone).get("status").asString()).isEqualTo("undone");

        HttpResponse<String> again = post("/api/v1/imports/700/undo?business_id=1");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("already_undone");
    }

    @ParameterizedTest
    @CsvSource({"9, 404, import_not_found", "x, 400, bad_parameter"})
    void anImportThatDoesNotExistIsNotFound(String id, int status, String code) {
        HttpResponse<String> answer = served.get("/api/v1/imports/" + id + "?business_id=1");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    private HttpResponse<String> post(String path) {
        return served.send(served.authorised(path).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> upload(String content, String... fields) {
        String file = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"C:\\Users\\me\\acme_content.csv\"\r\nContent-Type: text/csv\r\n\r\n" + content
                + "\r\n";
        return served.send(multipart(String.join("", fields) + file + "--" + BOUNDARY + "--\r\n"));
    }

    private HttpRequest.Builder multipart(String body) {
        return served.authorised("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body));
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private JsonNode settled(String url) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> json(served.get(url)),
                        report -> !report.get("status").asString().equals("running"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean isEmpty(Path directory) {
        try (var files = Files.list(directory)) {
            return files.noneMatch(f -> f.getFileName().toString().startsWith("import-"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
        }
    }
}
