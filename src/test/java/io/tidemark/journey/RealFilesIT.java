package io.tidemark.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real export files from the outside: what is known about them comes out of the three endpoints.
class RealFilesIT {
    private static final String LINKEDIN_MONTH = "&from=2025-02-14&to=2025-03-15&platform=linkedin";
    private static final String YOUTUBE_YEAR = "&from=2020-12-31&to=2021-12-30&platform=youtube";

    @TempDir
    private static Path home;

    private static Program program;
    private static Program.Serving serving;
    private static Api api;
    private static JsonNode linkedIn;
    private static JsonNode youTube;

    @BeforeAll
    static void importEverything() throws Exception {
        program = new Program(home.resolve("data")).withKnownBinaries();
        serving = program.serve("serve", "--port", "0");
        // Beside the running server.
        assertThat(program.run("", "business", "add", "Acme", "--time-zone", "Europe/Berlin")
                        .code())
                .isZero();
        assertThat(program.run("", "business", "add", "Other", "--time-zone", "UTC")
                        .code())
                .isZero();
        program.run("correct horse battery\n", "user", "add", "ada@example.org", "--password-stdin");
        api = new Api(
                serving.address(),
                program.run("", "token", "--user", "ada@example.org").out());
        linkedIn = api.importFile(ExportSample.LINKEDIN.path(), 1, ExportSample.LINKEDIN.fields());
        youTube = api.importFile(youTubeZip(), 1, Map.of("account", "codingtrain"));
    }

    @AfterAll
    static void stop() {
        if (serving != null) {
            serving.stop();
        }
    }

    private static Path youTubeZip() throws Exception {
        Path zip = home.resolve("Geography 2020-12-31_2021-12-31 The Coding Train.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (ExportSample part : Arrays.asList(
                    ExportSample.YOUTUBE_TABLE, ExportSample.YOUTUBE_CHART, ExportSample.YOUTUBE_TOTALS)) {
                out.putNextEntry(new ZipEntry(part.path().getFileName().toString()));
                Files.copy(part.path(), out);
            }
        }
        return zip;
    }

    @Test
    void linkedInDaysAndPostsAreTwoMeaningsOfTheSameMonth() {
        JsonNode days = overview(LINKEDIN_MONTH + "&basis=activity").get("metrics");
        assertThat(value(days, "impressions")).isEqualTo(306);
        assertThat(value(days, "clicks")).isEqualTo(5);
        assertThat(value(days, "reactions")).isEqualTo(8);
        assertThat(days.get("reach").get("value").isNull()).isTrue();
        assertThat(days.get("reach").get("reason").asString()).isNotBlank();
        assertThat(days.get("saves").get("value").isNull()).isTrue();
        assertThat(days.get("saves").get("status").asString()).isEqualTo("not_provided");

        JsonNode posts = overview(LINKEDIN_MONTH + "&basis=published&engagement=with_clicks");
        assertThat(value(posts.get("metrics"), "impressions")).isEqualTo(310);
        assertThat(value(posts.get("metrics"), "clicks")).isEqualTo(5);
        assertThat(value(posts.get("metrics"), "reactions")).isEqualTo(8);
        assertThat(posts.get("published").get("posts").get("value").asInt()).isEqualTo(8);
        assertThat(posts.get("rates").get("engagement_rate").get("value").asDouble())
                .isCloseTo(13.0 / 310, within(1e-12));
    }

    @Test
    void uniqueImpressionsAddUpToFortyEightWhichIsNotReach() {
        double sum = 0;
        for (JsonNode point : trends(LINKEDIN_MONTH + "&basis=activity&metric=reach")) {
            JsonNode reach = point.get("metrics").get("reach").get("value");
            sum += reach.isNull() ? 0 : reach.asDouble();
        }
        assertThat(sum).isEqualTo(48);
    }

    @Test
    void theYearOfTheChannelComesOutOfTrends() {
        Map<DayOfWeek, double[]> weekdays = new EnumMap<>(DayOfWeek.class);
        String bestDay = "";
        double best = -1;
        double total = 0;
        int days = 0;
        for (JsonNode point : trends(YOUTUBE_YEAR + "&metric=video_views")) {
            double views = point.get("metrics").get("video_views").get("value").asDouble();
            String date = point.get("date").asString();
            days++;
            total += views;
            if (views > best) {
                best = views;
                bestDay = date;
            }
            double[] sum = weekdays.computeIfAbsent(LocalDate.parse(date).getDayOfWeek(), d -> new double[2]);
            sum[0] += views;
            sum[1]++;
        }
        assertThat(days).isEqualTo(365);
        assertThat(total).isEqualTo(15_503_810);
        assertThat(bestDay).isEqualTo("2021-08-25");
        assertThat(best).isEqualTo(77_106);
        Map<DayOfWeek, Double> means = Map.of(
                DayOfWeek.MONDAY, 44_329.327,
                DayOfWeek.TUESDAY, 44_187.923,
                DayOfWeek.WEDNESDAY, 43_093.962,
                DayOfWeek.THURSDAY, 42_156.585,
                DayOfWeek.SUNDAY, 42_011.577,
                DayOfWeek.FRIDAY, 41_742.0,
                DayOfWeek.SATURDAY, 39_818.115);
        weekdays.forEach(
                (day, sum) -> assertThat(sum[0] / sum[1]).as(day.toString()).isCloseTo(means.get(day), within(5e-4)));
    }

    @Test
    void theOverviewOfTheYearIsActivityAndTheFilesOwnTotalStandsApart() {
        JsonNode overview = overview(YOUTUBE_YEAR);
        assertThat(overview.get("period").get("basis").asString()).isEqualTo("activity");
        assertThat(value(overview.get("metrics"), "video_views")).isEqualTo(15_503_810);

        JsonNode total = youTube.get("totals").get(0);
        assertThat(total.get("metric").asString()).isEqualTo("video_views");
        assertThat(total.get("stated").asLong()).isEqualTo(15_503_810);
        assertThat(total.get("sum_of_rows").asLong()).isEqualTo(14_344_009);
        assertThat(total.get("difference").asLong()).isEqualTo(1_159_801);
    }

    @Test
    void everyRowIsAccountedFor() {
        assertThat(rows(linkedIn)).isEqualTo("38 = 8 posts, 30 days, 0 breakdowns, 0 totals, 0 rejected");
        assertThat(rows(youTube)).isEqualTo("73932 = 0 posts, 365 days, 73566 breakdowns, 1 totals, 0 rejected");
    }

    @Test
    void aSecondImportChangesNothingAndSaysSo() {
        int version = overview("").get("data_version").asInt();

        JsonNode again = api.importFile(ExportSample.LINKEDIN.path(), 1, Map.of());

        assertThat(again.get("status").asString()).isEqualTo("unchanged");
        assertThat(again.get("same_as").asLong())
                .isEqualTo(linkedIn.get("import_id").asLong());
        assertThat(overview("").get("data_version").asInt()).isEqualTo(version);
    }

    @Test
    void badFilesAreRefusedWithAReasonAndStoreNothing() throws Exception {
        int version = overview("").get("data_version").asInt();
        byte[] workbook = Files.readAllBytes(ExportSample.LINKEDIN.path());

        assertThat(refused("empty.csv", new byte[0])).isEqualTo("empty_file");
        assertThat(refused("notes.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("unknown_format");
        assertThat(refused("cut_content_1742193384396.xls", Arrays.copyOf(workbook, workbook.length / 2)))
                .isNotBlank();
        byte[] cut = Arrays.copyOf("Date,Größe,Höhe,Nähe,Über,Ñ".getBytes(StandardCharsets.UTF_8), 32);
        assertThat(refused("broken.csv", cut)).isEqualTo("broken_encoding");
        assertThat(overview("").get("data_version").asInt()).isEqualTo(version);
    }

    @Test
    void aFileOfAnotherBusinesssAccountIsRefused() {
        JsonNode report = api.importFile(ExportSample.LINKEDIN.path(), 2, Map.of());

        assertThat(report.get("status").asString()).isEqualTo("failed");
        assertThat(report.get("problem").get("code").asString()).isEqualTo("account_of_another_business");
    }

    @Test
    void aBusinessOfSomebodyElseIsNotFound() {
        program.run(
                "correct horse battery\n", "user", "add", "bob@example.org", "--password-stdin", "--business", "Other");
        Api bob = new Api(
                serving.address(),
                program.run("", "token", "--user", "bob@example.org").out());

        HttpResponse<String> answer = bob.ask("/api/v1/analytics/overview?business_id=1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("business_not_found");
        assertThat(bob.ask("/api/v1/imports/" + linkedIn.get("import_id").asLong() + "?business_id=2")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Api(serving.address(), "none")
                        .ask("/api/v1/analytics/overview?business_id=1")
                        .statusCode())
                .isEqualTo(401);
    }

    private static String refused(String name, byte[] content) throws Exception {
        Path file = Files.write(home.resolve(name), content);
        JsonNode report = api.importFile(file, 1, Map.of("account", "acme"));
        assertThat(report.get("status").asString()).as(report.toString()).isEqualTo("failed");
        assertThat(report.get("problem").get("detail").asString()).isNotBlank();
        assertThat(report.get("problem").get("file").asString()).isEqualTo(name);
        return report.get("problem").get("code").asString();
    }

    private static String rows(JsonNode report) {
        JsonNode rows = report.get("rows");
        return "%d = %d posts, %d days, %d breakdowns, %d totals, %d rejected"
                .formatted(
                        rows.get("total").asInt(),
                        rows.get("posts").asInt(),
                        rows.get("days").asInt(),
                        rows.get("breakdowns").asInt(),
                        rows.get("totals").asInt(),
                        rows.get("rejected").asInt());
    }

    private static JsonNode overview(String parameters) {
        return api.get("/api/v1/analytics/overview?business_id=1" + parameters);
    }

    private static JsonNode trends(String parameters) {
        return api.get("/api/v1/analytics/trends?business_id=1&granularity=day" + parameters)
                .get("points");
    }

    private static double value(JsonNode metrics, String metric) {
        return metrics.get(metric).get("value").asDouble();
    }
}
