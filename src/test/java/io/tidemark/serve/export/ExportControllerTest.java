package io.tidemark.serve.export;

import static io.tidemark.serve.ServedFixture.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.serve.ServedFixture;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportControllerTest {
    private static final String EXPORT = "/api/v1/analytics/export?business_id=1";

    private volatile FakeExports exports = new FakeExports();
    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads, (businessId, work) -> exports.atOneMoment(businessId, work));
    }

    @BeforeEach
    void beginWithFewRows() {
        exports = new FakeExports();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aDatasetComesAsAFileWithASafeName() {
        HttpResponse<String> answer = served.get(EXPORT + "&dataset=snapshots");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tidemark-harbour-coffee-snapshots-2026-11-20.csv\"");
        assertThat(answer.body().split("\r\n")).hasSize(4).startsWith(header());
    }

    @ParameterizedTest
    @CsvSource({
        "dataset=snapshots&format=json, application/json",
        "dataset=snapshots&format=ndjson, application/x-ndjson",
        "dataset=daily&format=xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "dataset=metadata&format=json, application/json",
        "bundle=zip&format=ndjson, application/zip",
        "view=overview&format=json, application/json"
    })
    void headAnswersWithTheHeadersAndReadsNothing(String query, String type) {
        HttpResponse<String> answer =
                served.send(served.authorised(EXPORT + "&" + query).HEAD());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(found -> assertThat(found).startsWith(type));
        assertThat(answer.headers().firstValue("Content-Disposition")).isPresent();
        assertThat(exports.queries).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| dataset | Say what to export",
                "&dataset=posts&view=overview | view | one of dataset, view and bundle",
                "&dataset=posts&bundle=zip | bundle | one of dataset, view and bundle",
                "&dataset=tweets | dataset | posts, snapshots, daily, summaries, breakdowns, metadata",
                "&dataset=posts&format=pdf | format | csv, json, ndjson, xlsx",
                "&bundle=tar | bundle | allowed are zip",
                "&view=everything | view | is not a value of view; allowed are",
                "&view=export | view | is not a value of view",
                "&dataset=posts&format=json&bom=true | bom | for CSV only",
                "&dataset=posts&bom=1 | bom | true, false",
                "&dataset=daily&boosted=yes | boosted | There is no parameter 'boosted' here",
                "&dataset=metadata&range=all | range | There is no parameter 'range' here",
                "&dataset=posts&compare=none | compare | There is no parameter 'compare' here",
                "&dataset=summaries&granularity=hour | granularity | day, week, month",
                "&dataset=posts&from=2026-02-02&to=2026-01-01 | to | lies before",
                "&dataset=posts&as_of=2030-01-01 | as_of | lies in the future",
                "&view=overview&granularity=day | granularity | There is no parameter 'granularity' here"
            })
    void whatCannotBeExportedIsRefusedPrecisely(String query, String parameter, String sentence) {
        HttpResponse<String> answer = served.get(EXPORT + (query == null ? "" : query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
        assertThat(json(answer).get("detail").asString()).contains(sentence);
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(exports.queries).isEmpty();
    }

    @Test
    void aBusinessOfSomebodyElseIsNotFound() {
        assertThat(served.get("/api/v1/analytics/export?business_id=2&dataset=posts")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.send(served.request(EXPORT + "&dataset=posts")).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "ndjson", "xlsx"})
    void aFailureMidwayBreaksTheConnection(String format) {
        exports.rows = 200_000;
        String path = EXPORT + "&dataset=snapshots&format=" + format;
        assertThat(served.get(path).statusCode()).isEqualTo(200);

        exports.fails = true;
        assertThatThrownBy(() -> served.get(path)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatBrokeOffHasNoEndAndNothingThatIsNoData() throws IOException {
        exports.rows = 50_000;
        exports.fails = true;
        try (Socket socket = ask("&dataset=snapshots&format=ndjson")) {
            String all = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(all).contains("Transfer-Encoding: chunked", "{\"post_id\":7,");
            assertThat(all).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("problem", "secret", "internal_error");
        }
    }

    @Test
    void aFailureBeforeAnythingWasSentIsAProblemThatTellsNoSecret() {
        exports.fails = true;
        HttpResponse<String> answer = served.get(EXPORT + "&dataset=snapshots");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).get("code").asString()).isEqualTo("internal_error");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void aReaderThatHangsUpEndsTheReadingEarly() throws IOException, InterruptedException {
        exports.rows = 50_000_000;
        try (Socket socket = ask("&dataset=snapshots")) {
            assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
        }

        assertThat(exports.ended.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(exports.produced.get()).isLessThan(exports.rows);
    }

    @Test
    void theAnswerIsCompressedWhileItStreams() throws IOException, InterruptedException {
        exports.rows = 20_000;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(
                    served.authorised(EXPORT + "&dataset=snapshots")
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
            try (InputStream body = new GZIPInputStream(answer.body())) {
                assertThat(new String(body.readAllBytes(), UTF_8).lines()).hasSize(20_001);
            }
        }
    }

    @Test
    void aViewAsJsonIsTheVeryAnswerOfItsEndpoint() {
        String parameters = "&range=last_7_days&platform=x&compare=none";
        HttpResponse<String> shown = served.get("/api/v1/analytics/overview?business_id=1" + parameters);
        HttpResponse<String> exported = served.get(EXPORT + "&view=overview&format=json" + parameters);

        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(exported.body()).isEqualTo(shown.body());
        assertThat(exported.headers().firstValue("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "trends",
                "platform-comparison",
                "content-types",
                "posts",
                "top-posts",
                "best-times",
                "what-works",
                "insights",
                "audience",
                "labels"
            })
    void everyEndpointIsAView(String view) {
        String parameters = view.equals("labels") ? "&kind=campaign" : "";
        HttpResponse<String> shown = served.get("/api/v1/analytics/" + view + "?business_id=1" + parameters);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);

        String export = EXPORT + "&view=" + view + parameters;
        assertThat(served.get(export + "&format=json").body()).isEqualTo(shown.body());
        assertThat(served.get(export + "&format=csv").body()).startsWith("part,");
        assertThat(served.get(export + "&format=xlsx").statusCode()).isEqualTo(200);
        served.get(export + "&format=ndjson")
                .body()
                .lines()
                .forEach(line -> assertThat(
                                Json.mapper().readTree(line).get("part").isString())
                        .isTrue());
    }

    @Test
    void aViewAsCsvHasARowForEachPointOfTheAnswer() {
        HttpResponse<String> answer =
                served.get(EXPORT + "&view=trends&from=2026-01-01&to=2026-01-03&granularity=day&metric=likes");

        String[] lines = answer.body().split("\r\n");
        assertThat(lines[0])
                .startsWith("part,business_id,period.from,period.to")
                .contains("metrics.likes.value");
        assertThat(lines).hasSize(5);
        assertThat(lines[2]).startsWith("points,").contains("2026-01-01");
    }

    @Test
    void theMetadataSayWhatEveryPlatformProvides() {
        JsonNode metadata = json(served.get(EXPORT + "&dataset=metadata&format=json"));

        assertThat(metadata.get("demonstration").asBoolean()).isFalse();
        assertThat(metadata.get("data_version").asInt()).isEqualTo(42);
        assertThat(metadata.get("metrics").get(0).get("metric").asString()).isEqualTo("impressions");
        assertThat(metadata.get("provided")).isNotEmpty();
        assertThat(metadata.get("definitions").findValuesAsString("id")).contains("impressions/1", "engagement/1");
        assertThat(metadata.get("complete").asBoolean()).isTrue();
    }

    @Test
    void itsDescriptionNamesTheParametersThatAreTaken() {
        JsonNode described = json(served.send(served.request("/v3/api-docs")))
                .get("paths")
                .get("/api/v1/analytics/export")
                .get("get")
                .get("parameters");
        List<String> names = new ArrayList<>();
        described.forEach(parameter -> names.add(
                parameter.has("name")
                        ? parameter.get("name").asString()
                        : parameter.get("$ref").asString().replaceFirst(".*/", "")));

        assertThat(names).containsExactlyInAnyOrderElementsOf(ExportController.PARAMETERS);
    }

    private Socket ask(String query) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port());
        socket.getOutputStream()
                .write(("GET " + EXPORT + query + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + served.token() + "\r\n\r\n")
                        .getBytes(UTF_8));
        return socket;
    }

    private static String header() {
        return String.join(
                ",",
                Dataset.SNAPSHOTS.columns().stream()
                        .map(column -> column.name())
                        .toList());
    }
}
