package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.serve.http.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The list of posts over HTTP, out of a real ledger.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostListTest {
    private static final String LIST = "/analytics/posts?business_id=1&from=2026-02-01&to=2026-02-28";
    private static final Instant FIRST_READ = Instant.parse("2026-03-01T12:00:00Z");

    private ServedLedger served;
    private Instant beforeTheSecondFile;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLedger(directory);
        served.append(
                "a",
                new Observation.OfAbsence(
                        AccountKey.ofHandle(Platform.LINKEDIN, "acme"),
                        Subject.POST,
                        Metric.SAVES,
                        Absence.NOT_PERMITTED),
                post("1", "2026-01-31T22:59:59Z", "Not in February in Berlin", 5),
                post("2", "2026-01-31T23:00:00Z", "Über uns: 100% Kaffee", 5),
                post("3", "2026-02-10T10:00:00Z", "Coffee_tasting", 7),
                post("4", "2026-02-20T10:00:00Z", null, 5),
                post("5", "2026-02-28T22:59:59Z", "The last coffee", 9));
        beforeTheSecondFile = served.clock().instant();
        served.clock().advance(Duration.ofHours(1));
        served.append("b", post("5", "2026-02-28T22:59:59Z", FIRST_READ.plusSeconds(60), "The last tea", 10));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void showsThePostsOfThePeriodWithTextAddressAndNumbers() {
        JsonNode answer = served.get(LIST);

        assertThat(ids(answer)).containsExactly("5", "4", "3", "2");
        assertThat(answer.get("total").asInt()).isEqualTo(4);
        assertThat(answer.get("sort").asString()).isEqualTo("-published_at");
        assertThat(answer.get("next_cursor").isNull()).isTrue();
        JsonNode newest = answer.get("posts").get(0);
        assertThat(newest.get("text").asString()).isEqualTo("The last tea");
        assertThat(newest.get("url").asString()).isEqualTo("https://example.org/5");
        assertThat(newest.get("account").get("handle").asString()).isEqualTo("acme");
        assertThat(newest.get("platform").asString()).isEqualTo("linkedin");
        assertThat(newest.get("content_type").asString()).isEqualTo("image");
        assertThat(newest.get("thumbnail").isNull()).isTrue();
        assertThat(newest.get("published_at").asString()).isEqualTo("2026-02-28T22:59:59Z");
        assertThat(newest.get("aliases").get(0).get("scheme").asString()).isEqualTo("linkedin:activity");
        // 10 reactions, 2 comments, 1 share of 100 impressions.
        assertThat(newest.get("engagement").asInt()).isEqualTo(13);
        assertThat(newest.get("engagement_rate").asDouble()).isEqualTo(0.13);
        JsonNode metrics = newest.get("metrics");
        assertThat(metrics.get("reactions").get("value").asInt()).isEqualTo(10);
        assertThat(metrics.get("clicks").get("value").isNull()).isTrue();
        assertThat(metrics.get("clicks").get("state").asString()).isEqualTo("not_collected");
        assertThat(metrics.get("quotes").get("state").asString()).isEqualTo("not_provided");
        assertThat(metrics.get("saves").get("state").asString()).isEqualTo("not_permitted");
        assertThat(served.get("/analytics/top-posts?business_id=1&from=2026-02-01&to=2026-02-28&metric=reactions")
                        .at("/posts/0/metrics/saves/state")
                        .asString())
                .isEqualTo("not_permitted");
        assertThat(metrics.has("followers")).isFalse();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() {
        List<String> walked = new ArrayList<>();
        JsonNode page = served.get(LIST + "&sort=reactions&limit=1");
        while (true) {
            walked.addAll(ids(page));
            assertThat(page.get("data_changed").asBoolean()).isFalse();
            if (page.get("next_cursor").isNull()) {
                break;
            }
            page = served.get(LIST + "&sort=reactions&limit=2&cursor="
                    + page.get("next_cursor").asString());
        }

        // Two have five reactions: the one with the smaller id comes first.
        assertThat(walked).containsExactly("2", "4", "3", "5");
    }

    @ParameterizedTest
    @CsvSource({"coffee, 3", "ÜBER, 2", "100%, 2", "%, 2", "_, 3", "tea, 5", "last coffee, ''", "'\\', ''"})
    void findsWordsInTextsAsTheyAreNow(String words, String expected) {
        JsonNode answer = served.get(LIST + "&search=" + URLEncoder.encode(words, StandardCharsets.UTF_8));

        assertThat(String.join(" ", ids(answer))).isEqualTo(expected);
        assertThat(answer.get("total").asInt()).isEqualTo(answer.get("posts").size());
    }

    @Test
    void answersAsItWouldHaveThenAlsoWithTheTextOfThen() {
        String then = LIST + "&as_of=" + beforeTheSecondFile;

        JsonNode found = served.get(then + "&search=coffee");
        assertThat(ids(found)).containsExactly("5", "3");
        JsonNode newest = found.get("posts").get(0);
        assertThat(newest.get("text").asString()).isEqualTo("The last coffee");
        assertThat(newest.get("metrics").get("reactions").get("value").asInt()).isEqualTo(9);
        assertThat(served.get(then + "&search=tea").get("posts").size()).isZero();
    }

    @Test
    void aCursorOfAnotherQuestionOrADamagedOneIsRefused() {
        String cursor = served.get(LIST + "&limit=1").get("next_cursor").asString();

        assertThat(problem(LIST + "&limit=1&sort=likes&cursor=" + cursor)).contains("another question");
        assertThat(problem(LIST + "&limit=1&cursor=" + cursor.substring(2))).contains("damaged");
        assertThat(ids(served.get(LIST + "&limit=3&cursor=" + cursor))).containsExactly("4", "3", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "sort=followers, sort",
        "sort=%2Blikes, sort",
        "limit=0, limit",
        "limit=501, limit",
        "limit=99999999999, limit",
        "search=a%00b, search",
        "cursor=x, cursor",
        "basis=activity, ",
        "compare=none, "
    })
    void whatMakesNoSenseIsRefused(String parameter, String named) {
        HttpResponse<String> answer = served.ask(LIST + "&" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(named == null ? "unknown_parameter" : "bad_parameter");
        assertThat(problem.get("parameter").asString())
                .isEqualTo(named == null ? parameter.substring(0, parameter.indexOf('=')) : named);
    }

    @Test
    void theBestPostsAreShownWithRankScoreAndAllThatAListShows() {
        JsonNode answer = served.get(LIST.replace("/posts", "/top-posts") + "&metric=reactions&limit=2");

        assertThat(ids(answer)).containsExactly("5", "3");
        JsonNode best = answer.get("posts").get(0);
        assertThat(best.propertyNames()).contains("rank", "id", "text", "url", "thumbnail", "metrics", "score");
        assertThat(best.get("rank").asInt()).isEqualTo(1);
        assertThat(best.get("score").asInt()).isEqualTo(10);
        // All four others of its kind have less.
        assertThat(best.get("percentile").get("rank").asDouble()).isEqualTo(1);
        assertThat(answer.get("considered").asInt()).isEqualTo(4);
        assertThat(answer.get("left_out").get("without_value").asInt()).isZero();
        assertThat(problem(LIST.replace("/posts", "/top-posts") + "&metric=followers"))
                .contains("engagement_rate");
        assertThat(problem(LIST.replace("/posts", "/top-posts") + "&rank=fair&metric=likes"))
                .contains("ranked fairly by the engagement rate");
        assertThat(problem(LIST.replace("/posts", "/top-posts") + "&rank=best")).contains("value, fair");
        JsonNode fair = served.get(LIST.replace("/posts", "/top-posts") + "&rank=fair");
        assertThat(fair.get("metric").asString()).isEqualTo("engagement_rate");
        assertThat(fair.get("posts").get(0).get("fair").get("raw").asDouble()).isEqualTo(0.13);
        assertThat(problem(LIST.replace("/posts", "/top-posts") + "&limit=101")).contains("from 1 to 100");
    }

    private String problem(String path) {
        HttpResponse<String> answer = served.ask(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        return Json.mapper().readTree(answer.body()).get("detail").asString();
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.get("posts").forEach(post -> ids.add(post.get("external_id").asString()));
        return ids;
    }

    private static Observation post(String id, String publishedAt, @Nullable String text, int reactions) {
        return post(id, publishedAt, FIRST_READ, text, reactions);
    }

    private static Observation post(
            String id, String publishedAt, Instant observedAt, @Nullable String text, int reactions) {
        return new Observation.OfPost(
                AccountKey.ofHandle(Platform.LINKEDIN, "acme"),
                List.of(new Alias("linkedin:activity", id)),
                new PostVersion(
                        Instant.parse(publishedAt),
                        Placement.FEED,
                        Format.IMAGE,
                        text,
                        "https://example.org/" + id,
                        Boosted.NO,
                        false),
                MetricValues.of(Map.of(
                        Metric.IMPRESSIONS,
                        100.0,
                        Metric.REACTIONS,
                        (double) reactions,
                        Metric.COMMENTS,
                        2.0,
                        Metric.SHARES,
                        1.0)),
                observedAt);
    }
}
