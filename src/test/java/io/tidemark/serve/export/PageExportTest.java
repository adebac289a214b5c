package io.tidemark.serve.export;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Note;
import io.tidemark.serve.ServedFixture;
import io.tidemark.serve.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageExportTest {
    private static final String ALL = "/api/v1/analytics/export/page";
    private static final String PAGE = ALL + "?business_id=1";
    private static final String TREND = "trends?from=2026-01-01&to=2026-01-03&granularity=day&metric=likes";

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
        served.notes.notes.add(note(1, "2026-01-02", "Press, \"release\""));
        served.notes.notes.add(note(2, "2026-01-04", "later"));
        served.notes.notes.add(note(3, "2026-01-02", "for myself", true));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aPageHoldsWhatItsPanelsShow() throws IOException {
        HttpResponse<byte[]> answer = post("""
                {"title": "Analytics", "panels": [
                  {"title": "Trend", "question": "%s&business_id=2", "parts": ["points"]},
                  {"title": "Über alles", "question": "overview?from=2026-01-01&to=2026-01-03&compare=none"}]}
                """.formatted(TREND));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tidemark-harbour-coffee-analytics-2026-11-20.zip\"");
        Map<String, String> files = unzipped(answer.body());
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "01-trend.csv",
                        "01-trend.json",
                        "02-ber-alles.csv",
                        "02-ber-alles.json",
                        "notes.csv");
        String export = "/api/v1/analytics/export?business_id=1&view=" + TREND.replace('?', '&') + "&part=points";
        assertThat(files.get("01-trend.csv")).isEqualTo(served.get(export).body());
        JsonNode trend = Json.mapper().readTree(files.get("01-trend.json"));
        assertThat(trend.get("row_count").asInt()).isEqualTo(3);
        assertThat(trend.at("/period/from").asString()).isEqualTo("2026-01-01");
        assertThat(trend.at("/rows/1/date").asString()).isEqualTo("2026-01-02");
        assertThat(trend.at("/rows/1/metrics/likes/value").isNull()).isTrue();
        assertThat(files.get("02-ber-alles.json"))
                .isEqualTo(served.get(
                                "/api/v1/analytics/overview?business_id=1&from=2026-01-01&to=2026-01-03&compare=none")
                        .body());
        assertThat(files.get("notes.csv"))
                .isEqualTo("note_id,from,to,account_id,text,updated_at\r\n"
                        + "1,2026-01-02,2026-01-02,,\"Press, \"\"release\"\"\",2026-01-05T08:00:00Z\r\n");
    }

    @Test
    void thePortfolioIsAPageOfAllThatTheCallerMaySee() throws IOException {
        HttpResponse<byte[]> answer = post(ALL, """
                {"title": "Portfolio", "panels": [
                  {"title": "Portfolio", "question": "portfolio?range=last_7_days&sort=-name", "parts": ["businesses"]}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tidemark-portfolio-2026-11-20.zip\"");
        Map<String, String> files = unzipped(answer.body());
        assertThat(files.keySet()).containsExactly("README.txt", "01-portfolio.csv", "01-portfolio.json");
        assertThat(files.get("README.txt"))
                .startsWith("All businesses: Portfolio\r\n")
                .contains("/api/v1/portfolio?range=last_7_days&sort=-name")
                .doesNotContain("notes.csv");
        String export = "/api/v1/analytics/export?view=portfolio&range=last_7_days&sort=-name&part=businesses";
        assertThat(files.get("01-portfolio.csv")).isEqualTo(served.get(export).body());
        JsonNode shown = json(served.get("/api/v1/portfolio?range=last_7_days&sort=-name"))
                .get("businesses");
        JsonNode rows = Json.mapper().readTree(files.get("01-portfolio.json")).get("rows");
        assertThat(rows).hasSameSizeAs(shown);
        assertThat(rows.get(0).get("name")).isEqualTo(shown.get(0).get("name"));
        assertThat(rows.get(0).get("impressions")).isEqualTo(shown.get(0).get("impressions"));
    }

    @Test
    void whatIsOfOneBusinessIsNotOfAllAndTheOtherWayRound() {
        String overview = "{\"title\":\"a\",\"panels\":[{\"title\":\"a\",\"question\":\"overview\"}]}";
        assertThat(post(ALL, overview).statusCode()).isEqualTo(400);
        assertThat(post(PAGE, overview.replace("overview", "portfolio")).statusCode())
                .isEqualTo(400);
        assertThat(served.get("/api/v1/analytics/export?view=portfolio&business_id=1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.get("/api/v1/analytics/export?view=overview").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatPagesShowBesidesIsExportedToo() {
        for (String[] view : new String[][] {
            {"experiments", "/api/v1/experiments?business_id=1"},
            {"health", "/api/v1/connections/health?business_id=1"}
        }) {
            String export = "/api/v1/analytics/export?business_id=1&format=json&view=" + view[0];
            assertThat(served.get(export).statusCode()).isEqualTo(200);
            assertThat(json(served.get(export)).propertyNames())
                    .containsExactlyElementsOf(json(served.get(view[1])).propertyNames());
        }
    }

    @Test
    void itSaysWhatItHoldsAndWhatThatMeans() throws IOException {
        HttpResponse<byte[]> answer = post(
                "{\"title\":\"Analytics\",\"panels\":[{\"title\":\"Figures\",\"question\":\"overview?from=2026-01-01&to=2026-01-03\"}]}");

        assertThat(unzipped(answer.body()).getOrDefault("README.txt", "").replace("\r\n", "\n"))
                .startsWith(
                        "Harbour Coffee: Analytics\n\nTaken on 2026-11-20 at 13:00 (Europe/Berlin) with Tidemark.\n")
                .contains("01-figures.csv, .json: Figures\n")
                .contains("/api/v1/analytics/overview?from=2026-01-01&to=2026-01-03\n")
                .contains("Period: 2026-01-01 to 2026-01-03, Europe/Berlin, by ")
                .contains("Compared with: 2025-12-29 to 2025-12-31 (previous_period)\n")
                .contains("As of: now\n", "Data version: 42\n", "A missing value is an empty cell")
                .contains("notes.csv: notes on dates in the period (1)\n")
                .contains("DEFINITIONS\n", "engagement/1: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"panels\":[{\"title\":\"a\",\"question\":\"overview\"}]} | title is missing",
                "{\"title\":\"a\"} | panels is missing",
                "{\"title\":\"a\",\"panels\":[]} | panels is missing",
                "{\"title\":\"a\",\"panels\":[{\"title\":\"a\"}]} | question is missing",
                "{\"title\":\"a\",\"panels\":[{\"title\":\"a\",\"question\":\"everything\"}]} | is not a value of view",
                "{\"title\":\"a\",\"panels\":[{\"title\":\"a\",\"question\":\"overview?karma=1\"}]} | no parameter 'karma'",
                "{\"title\":\"a\",\"panels\":[{\"title\":\"a\",\"question\":\"overview?range=%zz\"}]} | not written as an address",
                "{\"title\":\"a\",\"panels\":[{\"title\":\"a\",\"question\":\"overview\",\"parts\":[\"karma\"]}]} | no part 'karma'",
            })
    void whatCannotBeAnsweredIsRefusedPrecisely(String body, String detail) {
        HttpResponse<byte[]> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.get("detail").asString()).contains(detail);
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void aPageOfSomebodyElseIsNotFound() throws Exception {
        String body = "{\"title\":\"a\",\"panels\":[{\"title\":\"a\",\"question\":\"overview\"}]}";
        HttpRequest.Builder other = served.authorised(PAGE.replace("=1", "=2"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(json(served.send(other)).get("code").asString()).isEqualTo("business_not_found");
        HttpRequest.Builder nobody =
                served.request(PAGE).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        assertThat(served.send(nobody).statusCode()).isIn(401, 403);
    }

    @Test
    void partsOfAViewAreAFileToo() {
        String export = "/api/v1/analytics/export?business_id=1&view=overview&compare=none";
        String csv = served.get(export + "&part=metrics").body();
        assertThat(csv).startsWith("part,name,value,").contains("\r\nmetrics,likes,");
        JsonNode json = json(served.get(export + "&part=metrics&format=json"));
        assertThat(json.get("parts").get(0).asString()).isEqualTo("metrics");
        assertThat(json.get("complete").asBoolean()).isTrue();
        HttpResponse<String> unknown = served.get(export + "&part=karma");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("parameter").asString()).isEqualTo("part");
        assertThat(json(unknown).get("allowed").toString()).contains("metrics");
        assertThat(unknown.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(json(served.get("/api/v1/analytics/export?business_id=1&dataset=posts&part=x"))
                        .get("detail")
                        .asString())
                .contains("A part is of a view");
    }

    @Test
    void viewsWithASlashAreViews() {
        String parameters = "&metric=likes&range=last_7_days";
        assertThat(served.get("/api/v1/analytics/export?business_id=1&view=trends/analysis&format=json" + parameters)
                        .body())
                .contains("\"forecast\"");
        HttpResponse<String> post = served.get("/api/v1/analytics/export?business_id=1&view=posts/77&format=json");
        assertThat(post.statusCode()).isEqualTo(404);
        assertThat(json(post).get("code").asString()).isEqualTo("post_not_found");
    }

    private HttpResponse<byte[]> post(String body) {
        return post(PAGE, body);
    }

    private HttpResponse<byte[]> post(String address, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.server.port() + address))
                            .header("Authorization", "Bearer " + served.token())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException problem) {
            throw new AssertionError(problem);
        }
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Note note(long id, String day, String text) {
        return note(id, day, text, false);
    }

    private static Note note(long id, String day, String text, boolean personal) {
        LocalDate date = LocalDate.parse(day);
        Instant written = Instant.parse("2026-01-05T08:00:00Z");
        return new Note(id, date, date, null, text, 7, "ann@example.com", personal, written, written);
    }
}
