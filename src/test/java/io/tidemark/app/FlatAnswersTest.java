package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The flat endpoints and the portfolio over HTTP, out of a small ledger with two platforms and missing metrics.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlatAnswersTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final AccountKey BEANS = AccountKey.ofHandle(Platform.YOUTUBE, "beans");
    /// More than a day after every publication: what happened before it happened nobody knows when.
    private static final Instant READ = Instant.parse("2026-03-10T06:00:00Z");

    private static final long RISING = 3;

    private ServedLedger served;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLedger(directory);
        served.append(
                "a",
                post(
                        ACME,
                        "1",
                        "2026-02-10T10:00:00Z",
                        Placement.FEED,
                        Format.IMAGE,
                        Map.of(
                                Metric.IMPRESSIONS,
                                1000,
                                Metric.REACTIONS,
                                40,
                                Metric.COMMENTS,
                                6,
                                Metric.SHARES,
                                4,
                                Metric.CLICKS,
                                20)),
                post(
                        ACME,
                        "2",
                        "2026-02-20T10:00:00Z",
                        Placement.FEED,
                        Format.VIDEO,
                        Map.of(Metric.IMPRESSIONS, 500, Metric.REACTIONS, 10, Metric.COMMENTS, 0, Metric.SHARES, 0)),
                post(
                        ACME,
                        "3",
                        "2026-02-25T10:00:00Z",
                        Placement.FEED,
                        Format.TEXT,
                        Map.of(Metric.IMPRESSIONS, 300, Metric.REACTIONS, 9)),
                post(
                        ACME,
                        "4",
                        "2026-01-20T10:00:00Z",
                        Placement.FEED,
                        Format.TEXT,
                        Map.of(Metric.IMPRESSIONS, 7000, Metric.REACTIONS, 90, Metric.COMMENTS, 9, Metric.SHARES, 9)),
                new Observation.OfAccount(
                        ACME, MetricValues.of(Map.of(Metric.FOLLOWERS, 5000.0)), Instant.parse("2026-03-05T10:00:00Z")),
                post(
                        BEANS,
                        "5",
                        "2026-02-15T10:00:00Z",
                        Placement.FEED,
                        Format.VIDEO,
                        Map.of(
                                Metric.VIDEO_VIEWS,
                                2000,
                                Metric.LIKES,
                                80,
                                Metric.COMMENTS,
                                12,
                                Metric.SHARES,
                                8,
                                Metric.WATCH_TIME_SECONDS,
                                36000.5)),
                post(
                        BEANS,
                        "6",
                        "2026-03-08T23:30:00Z",
                        Placement.SHORT,
                        Format.VIDEO,
                        Map.of(Metric.VIDEO_VIEWS, 400, Metric.LIKES, 20, Metric.COMMENTS, 0, Metric.SHARES, 0)));
        served.fixture().directory().createBusiness("Nothing yet", ZoneId.of("UTC"), DayOfWeek.MONDAY, true);
        served.fixture().directory().createBusiness("On the rise", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false);
        served.append(RISING, "b", risingDays());
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({"overview, 1", "content, 1", "platforms, 1", "trends, 1", "insights, 3"})
    void answersAsItAlwaysDid(String name, long business) throws IOException {
        JsonNode answer = served.get("/analytics/" + name + "/" + business + "?days=30");

        assertThat(answer.toPrettyString()).isEqualTo(golden(name).toPrettyString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/analytics/overview/3",
                "/analytics/content/3",
                "/analytics/platforms/3",
                "/analytics/trends/3",
                "/analytics/insights/3?days=7",
                "/portfolio?range=last_7_days"
            })
    void anAnswerThatTheCallerHasIsGivenAgainOnlyWhenDataHasCome(String path) {
        HttpResponse<String> first = served.ask(path);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String ofAnother =
                served.ask("/analytics/overview/1").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = served.askAgain(path, tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        served.append(RISING, path, followers(path.length()));
        HttpResponse<String> later = served.askAgain(path, tag);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
        assertThat(served.askAgain("/analytics/overview/1", ofAnother).statusCode())
                .isEqualTo(304);
    }

    @Test
    void saysTheSameAsTheAnswersItIsMadeFrom() {
        JsonNode flat = served.get("/analytics/overview/1");
        JsonNode full = served.get("/analytics/overview?business_id=1&from=2026-02-08&to=2026-03-09&compare=none");

        assertThat(flat.get("period_days").asInt()).isEqualTo(30);
        assertThat(flat.get("total_posts").asInt()).isEqualTo(5);
        for (Metric metric : Metric.values()) {
            assertThat(flat.get("total_" + metric.key()))
                    .as(metric.key())
                    .isEqualTo(full.get("metrics").get(metric.key()).get("value"));
        }
        // 50 acts of 1,000 and 10 of 500 impressions; the third post does not say how often it was shared.
        assertThat(flat.get("engagement_rate").asDouble()).isEqualTo(0.04);
        assertThat(flat.get("total_saves").isNull()).isTrue();
    }

    @Test
    void anEmptyBusinessHasNothingRatherThanZeros() {
        JsonNode overview = served.get("/analytics/overview/2?days=1");

        assertThat(overview.get("total_posts").asInt()).isZero();
        assertThat(overview.get("total_impressions").isNull()).isTrue();
        assertThat(overview.get("followers").isNull()).isTrue();
        assertThat(served.get("/analytics/platforms/2").get("platforms").isEmpty())
                .isTrue();
        assertThat(served.get("/analytics/content/2").get("content_types").isEmpty())
                .isTrue();
        assertThat(served.get("/analytics/trends/2?days=3650").size()).isEqualTo(3650);
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/overview/1?days=0, 400, bad_parameter",
        "/analytics/overview/1?days=3651, 400, bad_parameter",
        "/analytics/trends/1?days=x, 400, bad_parameter",
        "/analytics/platforms/1?range=all, 400, unknown_parameter",
        "/analytics/content/abc, 400, bad_parameter",
        "/analytics/content/99, 404, business_not_found",
        "/analytics/insights/1?days=-1, 400, bad_parameter",
        "/portfolio?sort=reach, 400, bad_parameter",
        "/portfolio?business_id=1, 400, unknown_parameter",
        "/portfolio?range=all&compare=previous_year, 400, bad_parameter"
    })
    void whatCannotBeAnsweredIsRefused(String path, int status, String code) {
        HttpResponse<String> answer = served.ask(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.mapper().readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void thePortfolioHasARowForEachBusinessWithTheNumbersOfItsOverview() {
        JsonNode answer = served.get("/portfolio?from=2026-02-08&to=2026-03-09&sort=-impressions");
        JsonNode overview = served.get("/analytics/overview?business_id=1&from=2026-02-08&to=2026-03-09");

        assertThat(answer.get("total").asInt()).isEqualTo(3);
        assertThat(answer.get("truncated").asBoolean()).isFalse();
        JsonNode first = answer.get("businesses").get(1);
        assertThat(first.get("name").asString()).isEqualTo("Acme");
        assertThat(first.get("demo").asBoolean()).isFalse();
        assertThat(first.get("posts")).isEqualTo(overview.get("published").get("posts"));
        assertThat(first.get("impressions")).isEqualTo(overview.get("metrics").get("impressions"));
        assertThat(first.get("engagement_rate")).isEqualTo(overview.get("rates").get("engagement_rate"));
        assertThat(first.get("followers").get("value").asInt()).isEqualTo(5000);
        assertThat(first.get("last_collected_at").asString()).isEqualTo("2026-03-10T09:00:00Z");
        assertThat(first.get("broken_connections").isNull()).isTrue();
        // Nothing was collected: missing, not zero, and last whichever way.
        JsonNode second = answer.get("businesses").get(2);
        assertThat(second.get("demo").asBoolean()).isTrue();
        assertThat(second.get("impressions").get("value").isNull()).isTrue();
        assertThat(second.get("last_collected_at").isNull()).isTrue();
        assertThat(names("/portfolio?sort=impressions")).containsExactly("Acme", "On the rise", "Nothing yet");
        assertThat(names("/portfolio?sort=-name")).containsExactly("On the rise", "Nothing yet", "Acme");
    }

    @Test
    void thePortfolioHoldsOnlyWhatTheCallerMaySee() {
        HttpResponse<String> answer = served.ask("/portfolio", served.tokenOfMember(2));

        // Of another caller: not what an administrator has already.
        assertThat(answer.headers().firstValue("ETag"))
                .isNotEqualTo(served.ask("/portfolio").headers().firstValue("ETag"));
        JsonNode portfolio = Json.mapper().readTree(answer.body());
        assertThat(portfolio.get("total").asInt()).isEqualTo(1);
        assertThat(portfolio.get("businesses").get(0).get("business_id").asInt())
                .isEqualTo(2);
    }

    @Test
    void thePortfolioSaysWhereSomebodyMustSignInAgain() {
        Connections connections = new Connections(served.fixture().database());
        Instant now = Instant.parse("2026-03-10T09:00:00Z");
        SealedGrant grant = new SealedGrant(new byte[] {1}, Set.of(), now, null, null, null);
        long connection = connections.newId();
        connections.add(3, connection, "x", "Acme", grant, null);
        HttpResponse<String> before = served.ask("/portfolio");

        connections.end(3, connection, new Told("The sign-in was taken back.", null));

        HttpResponse<String> after = served.ask("/portfolio");
        assertThat(broken(before)).containsExactly(null, null, 0);
        assertThat(broken(after)).containsExactly(null, null, 1);
        assertThat(after.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
    }

    private static List<@Nullable Integer> broken(HttpResponse<String> portfolio) {
        List<@Nullable Integer> broken = new ArrayList<>();
        for (JsonNode row : Json.mapper().readTree(portfolio.body()).get("businesses")) {
            JsonNode count = row.get("broken_connections");
            broken.add(count.isNull() ? null : count.asInt());
        }
        return broken;
    }

    private List<String> names(String path) {
        return served.get(path)
                .get("businesses")
                .valueStream()
                .map(row -> row.get("name").asString())
                .toList();
    }

    /// A page with 50 impressions a day for months, twice as many in the last thirty days and three times as many on
    /// one.
    private static Observation[] risingDays() {
        LocalDate rise = LocalDate.parse("2026-02-08");
        return LocalDate.parse("2025-08-01")
                .datesUntil(LocalDate.parse("2026-03-10"))
                .map(day -> new Observation.OfDay(
                        ACME,
                        null,
                        day,
                        ZoneId.of("UTC"),
                        MetricValues.of(Map.of(
                                Metric.IMPRESSIONS,
                                day.isBefore(rise) ? 50.0 : day.equals(LocalDate.parse("2026-02-20")) ? 150.0 : 100.0)),
                        READ))
                .toArray(Observation[]::new);
    }

    private static Observation followers(int count) {
        return new Observation.OfAccount(ACME, MetricValues.of(Map.of(Metric.FOLLOWERS, (double) count)), READ);
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream stream = FlatAnswersTest.class.getResourceAsStream("/golden/legacy-" + name + ".json")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return Json.mapper().readTree(text);
        }
    }

    private static Observation post(
            AccountKey account,
            String id,
            String publishedAt,
            Placement placement,
            Format format,
            Map<Metric, Number> numbers) {
        MetricValues.Builder values = MetricValues.builder();
        numbers.forEach((metric, number) -> values.put(metric, number.doubleValue()));
        return new Observation.OfPost(
                account,
                List.of(new Alias("test:post", id)),
                new PostVersion(Instant.parse(publishedAt), placement, format, null, null, Boosted.NO, false),
                values.build(),
                READ);
    }
}
