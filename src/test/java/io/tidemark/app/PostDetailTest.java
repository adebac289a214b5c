package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Absence;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.serve.http.Json;
import io.tidemark.testing.LedgerFixture;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// One post over HTTP, out of a real ledger: its values, and where each of them came from.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostDetailTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final Alias FIRST = new Alias("linkedin:activity", "1");
    private static final Alias FALLEN = new Alias("linkedin:activity", "2");
    private static final Alias YOUNG = new Alias("linkedin:activity", "3");
    private static final Instant READ = Instant.parse("2026-03-01T12:00:00Z");

    private ServedLedger served;
    private Appended a;
    private Appended c;
    private Instant beforeTheThirdFile;
    private long post;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLedger(directory);
        a = served.append(
                "a",
                read(FIRST, READ, "First words", Metric.IMPRESSIONS, 200, Metric.REACTIONS, 10, Metric.CLICKS, 4),
                read(YOUNG, Instant.parse("2026-02-20T16:00:00Z"), "Third", Metric.IMPRESSIONS, 60),
                read(YOUNG, Instant.parse("2026-02-21T10:00:00Z"), "Third", Metric.IMPRESSIONS, 100),
                read(YOUNG, Instant.parse("2026-02-23T11:00:00Z"), "Third", Metric.IMPRESSIONS, 130),
                read(FALLEN, READ, "Another", Metric.IMPRESSIONS, 100),
                read(FALLEN, READ.plusSeconds(600), "Another", Metric.IMPRESSIONS, 40),
                read(FALLEN, READ.plusSeconds(1200), "Another", Metric.IMPRESSIONS, 101),
                read(FALLEN, READ.plusSeconds(1800), "Another", Metric.IMPRESSIONS, 90),
                read(FALLEN, READ.plusSeconds(2400), "Another", Metric.IMPRESSIONS, 91),
                new Observation.OfAbsence(ACME, Subject.POST, Metric.SAVES, Absence.NOT_PERMITTED));
        served.append(
                "b",
                read(
                        FIRST,
                        READ.plusSeconds(3600),
                        "First words",
                        Metric.IMPRESSIONS,
                        200,
                        Metric.REACTIONS,
                        10,
                        Metric.CLICKS,
                        4));
        beforeTheThirdFile = served.clock().instant();
        served.clock().advance(Duration.ofHours(1));
        c = served.append(
                "c",
                read(
                        FIRST,
                        READ.plusSeconds(7200),
                        "Better words",
                        Metric.IMPRESSIONS,
                        250,
                        Metric.REACTIONS,
                        12,
                        Metric.COMMENTS,
                        2,
                        Metric.SHARES,
                        1));
        post = served.findPost(FIRST).orElseThrow();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void everyValueSaysWhereItCameFromOrWhyItIsMissing() {
        JsonNode metrics = served.get(path("")).get("metrics");

        JsonNode impressions = metrics.get("impressions");
        assertThat(impressions.get("value").asInt()).isEqualTo(250);
        assertThat(impressions.get("state").asString()).isEqualTo("reported");
        assertThat(impressions.get("observed_at").asString()).isEqualTo("2026-03-01T14:00:00Z");
        assertThat(impressions.get("source_id").asLong()).isEqualTo(c.sourceId());
        assertThat(impressions.get("source").asString()).isEqualTo("c");
        assertThat(impressions.get("stale").asBoolean()).isFalse();
        assertThat(impressions.get("native_fields").get(0).asString()).isEqualTo("impressionCount");
        // The third file no longer has clicks: the last known value stays, with its date.
        JsonNode clicks = metrics.get("clicks");
        assertThat(clicks.get("value").asInt()).isEqualTo(4);
        assertThat(clicks.get("stale").asBoolean()).isTrue();
        assertThat(clicks.get("observed_at").asString()).isEqualTo("2026-03-01T13:00:00Z");
        assertThat(metrics.get("saves").get("state").asString()).isEqualTo("not_permitted");
        assertThat(metrics.get("reach").get("state").asString()).isEqualTo("not_collected");
        assertThat(metrics.get("quotes").get("state").asString()).isEqualTo("not_provided");
        assertThat(metrics.get("quotes").get("native_fields").isEmpty()).isTrue();
        assertThat(metrics.get("quotes").get("value").isNull()).isTrue();
    }

    @Test
    void ratesNameBothSidesAndTheirDefinition() {
        JsonNode answer = served.get(path(""));

        assertThat(answer.get("engagement").get("value").asInt()).isEqualTo(15);
        JsonNode rate = answer.get("rates").get("engagement_rate");
        assertThat(rate.get("value").asDouble()).isEqualTo(0.06);
        assertThat(rate.get("numerator").asInt()).isEqualTo(15);
        assertThat(rate.get("denominator").asInt()).isEqualTo(250);
        assertThat(rate.get("by").asString()).isEqualTo("impressions");
        assertThat(answer.get("definitions").has(rate.get("definition").asString()))
                .isTrue();
        assertThat(answer.get("rates").get("ctr").get("value").isNull()).isTrue();
        JsonNode byReach = served.get(path("&er_by=reach&engagement=with_clicks"));
        assertThat(byReach.get("rates").get("engagement_rate").get("value").isNull())
                .isTrue();
        assertThat(byReach.get("engagement").get("value").asInt()).isEqualTo(19);
        // Of the three posts of its kind it has most impressions.
        JsonNode percentile = answer.get("percentiles").get("impressions");
        assertThat(percentile.get("rank").asDouble()).isEqualTo(1);
        assertThat(percentile.get("posts").asInt()).isEqualTo(3);
        assertThat(answer.get("percentiles").get("reach").isNull()).isTrue();
    }

    @Test
    void theHistoryHoldsEveryReadingOldestFirstAndNothingThatWasNotRead() {
        JsonNode history = served.get(path("")).get("history");

        JsonNode snapshots = history.get("snapshots");
        assertThat(snapshots.size()).isEqualTo(3);
        assertThat(snapshots.get(0).get("values").propertyNames())
                .containsExactly("impressions", "reactions", "clicks");
        assertThat(snapshots.get(0).get("source_id").asLong()).isEqualTo(a.sourceId());
        assertThat(snapshots.get(0).get("unchanged").asBoolean()).isFalse();
        assertThat(snapshots.get(1).get("unchanged").asBoolean()).isTrue();
        assertThat(snapshots.get(2).get("values").get("reactions").asInt()).isEqualTo(12);
        assertThat(history.get("truncated").asBoolean()).isFalse();

        JsonNode newest = served.get(path("&limit=1")).get("history");
        assertThat(newest.get("snapshots").get(0).get("observed_at").asString()).isEqualTo("2026-03-01T14:00:00Z");
        assertThat(newest.get("total").asInt()).isEqualTo(3);
        assertThat(newest.get("truncated").asBoolean()).isTrue();
    }

    @Test
    void aFallenCounterCarriesItsVerdict() {
        long fallen = served.findPost(FALLEN).orElseThrow();
        JsonNode answer = served.get("/analytics/posts/" + fallen + "?business_id=1");
        JsonNode snapshots = answer.get("history").get("snapshots");

        assertThat(snapshots.size()).isEqualTo(5);
        assertThat(snapshots.get(0).get("verdicts").isEmpty()).isTrue();
        JsonNode glitch = snapshots.get(1).get("verdicts").get(0);
        assertThat(glitch.get("metric").asString()).isEqualTo("impressions");
        assertThat(glitch.get("kind").asString()).isEqualTo("glitch");
        assertThat(glitch.get("change").asInt()).isEqualTo(-60);
        JsonNode restatement = snapshots.get(3).get("verdicts").get(0);
        assertThat(restatement.get("kind").asString()).isEqualTo("restatement");
        assertThat(restatement.get("change").asInt()).isEqualTo(-11);
        assertThat(answer.get("metrics").get("impressions").get("value").asInt())
                .isEqualTo(91);
    }

    @Test
    void agesAreThoseThatWereReachedBetweenTwoReadings() {
        long young = served.findPost(YOUNG).orElseThrow();
        JsonNode ages =
                served.get("/analytics/posts/" + young + "?business_id=1").get("ages");

        assertThat(ages.size()).isEqualTo(2);
        assertThat(ages.get(0).get("age_hours").asInt()).isEqualTo(24);
        assertThat(ages.get(0).get("values").get("impressions").asInt()).isEqualTo(100);
        assertThat(ages.get(1).get("age_hours").asInt()).isEqualTo(72);
        assertThat(ages.get(1).get("values").get("impressions").asDouble()).isBetween(125.0, 130.0);
        // The first reading of this one came nine days after it was published, the last one an hour later.
        assertThat(served.get(path("")).get("ages").isEmpty()).isTrue();
    }

    @Test
    void versionsSourcesAndNamesAreThere() {
        JsonNode answer = served.get(path(""));

        assertThat(answer.get("post").get("text").asString()).isEqualTo("Better words");
        assertThat(answer.get("post").get("aliases").get(0).get("external_id").asString())
                .isEqualTo("1");
        JsonNode versions = answer.get("versions").get("items");
        assertThat(versions.get(0).get("text").asString()).isEqualTo("First words");
        assertThat(versions.get(versions.size() - 1).get("text").asString()).isEqualTo("Better words");
        assertThat(answer.get("sources").get(0).get("name").asString()).isEqualTo("a");
        assertThat(answer.get("sources").get(0).get("kind").asString()).isEqualTo("file");
    }

    @Test
    void asOfIsWhatWasKnownThen() {
        JsonNode then = served.get(path("&as_of=" + beforeTheThirdFile));

        assertThat(then.get("metrics").get("impressions").get("value").asInt()).isEqualTo(200);
        assertThat(then.get("metrics").get("clicks").get("stale").asBoolean()).isFalse();
        assertThat(then.get("post").get("text").asString()).isEqualTo("First words");
        assertThat(then.get("history").get("total").asInt()).isEqualTo(2);
        // Comments were not known: no engagement rather than one without them.
        assertThat(then.get("engagement").get("value").isNull()).isTrue();
    }

    @Test
    void aPostThatIsNotThereIsNotFound() {
        assertProblem(served.ask("/analytics/posts/999999?business_id=1"), 404, "post_not_found");
        assertProblem(served.ask(path("&as_of=2020-01-01")), 404, "post_not_found");
        assertProblem(served.ask("/analytics/posts/abc?business_id=1"), 400, "bad_parameter");
        assertProblem(served.ask("/analytics/posts/0?business_id=1"), 400, "bad_parameter");
        assertProblem(served.ask(path("&limit=2001")), 400, "bad_parameter");
        assertProblem(served.ask(path("&range=all")), 400, "unknown_parameter");
        long other = served.fixture()
                .directory()
                .createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        assertProblem(served.ask("/analytics/posts/" + post + "?business_id=" + other), 404, "post_not_found");
        String member = served.tokenOfMember(other);
        assertProblem(served.ask(path(""), member), 404, "business_not_found");
    }

    @Test
    void aPictureIsServedFromHereToThoseWhoMaySeeThePost() {
        String list = "/analytics/posts?business_id=1&range=all";
        String before = served.ask(list).headers().firstValue("ETag").orElseThrow();
        assertThat(served.get(path("")).get("post").get("thumbnail").isNull()).isTrue();
        assertProblem(served.ask(picture(1)), 404, "thumbnail_not_found");
        keepPicture();

        assertThat(served.askAgain(list, before).statusCode()).isEqualTo(200);
        assertThat(served.get(list).get("posts").valueStream().map(shown -> shown.get("thumbnail")))
                .containsOnlyOnce(StringNode.valueOf("/api/v1" + picture(1)))
                .contains(NullNode.getInstance());
        assertThat(served.get(path("")).get("post").get("thumbnail").asString()).isEqualTo("/api/v1" + picture(1));

        HttpResponse<String> answer = served.ask(picture(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("picture");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "max-age=3600");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(served.askAgain(picture(1), tag).statusCode()).isEqualTo(304);

        long other = served.fixture()
                .directory()
                .createBusiness("Another", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        assertProblem(served.ask(picture(other)), 404, "thumbnail_not_found");
        assertProblem(served.ask(picture(1), "nobody"), 401, "not_signed_in");
        assertProblem(served.ask(picture(1) + "&as_of=2026-01-01"), 400, "unknown_parameter");
    }

    private String picture(long business) {
        return "/analytics/posts/" + post + "/thumbnail?business_id=" + business;
    }

    private void keepPicture() {
        Thumbnails thumbnails = new Thumbnails(served.fixture().database());
        long business = served.business().id();
        Instant now = served.clock().instant();
        thumbnails.want(business, 1, List.of(new Thumbnails.Wanted(FIRST, READ, "/a.jpg", "https://a/a.jpg")), now);
        thumbnails.keep(
                business, FIRST, Thumbnail.of("image/jpeg", "picture".getBytes(StandardCharsets.US_ASCII)), now);
        thumbnails.shown(business);
    }

    private String path(String more) {
        return "/analytics/posts/" + post + "?business_id=1" + more;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.mapper().readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    private static Observation read(Alias alias, Instant at, String text, Object... pairs) {
        MetricValues.Builder values = MetricValues.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((Metric) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return new Observation.OfPost(
                ACME,
                List.of(alias),
                new PostVersion(
                        Instant.parse("2026-02-20T10:00:00Z"),
                        Placement.FEED,
                        Format.IMAGE,
                        text,
                        null,
                        Boosted.NO,
                        false),
                values.build(),
                at);
    }
}
