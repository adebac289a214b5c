package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Platforms and content types beside one another, over HTTP: four posts on two platforms, added up by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SideBySideControllerTest {
    private static final String PLATFORMS = "/api/v1/analytics/platform-comparison";
    private static final String TYPES = "/api/v1/analytics/content-types";
    private static final String TEN_DAYS = "?business_id=1&from=2026-11-01&to=2026-11-10&basis=published";

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
        served.frames.frame = frame();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void platformsAreAnsweredInTotalPerPostPerFollowerAndAsShares() {
        JsonNode answer = json(served.get(PLATFORMS + TEN_DAYS));

        assertThat(answer.get("business_id").asInt()).isEqualTo(1);
        assertThat(answer.get("data_version").asInt()).isEqualTo(42);
        assertThat(answer.get("period").get("basis").asString()).isEqualTo("published");
        assertThat(texts(answer.get("platforms"), "platform")).containsExactly("linkedin", "x");
        JsonNode linkedIn = answer.get("platforms").get(0);
        assertThat(linkedIn.get("accounts").asInt()).isEqualTo(1);
        assertThat(linkedIn.get("published").get("posts").get("value").asInt()).isEqualTo(3);
        // 600 + 200 + 200 of 2,000; 30 + 10 + 20 acts of 110.
        assertThat(value(linkedIn, "metrics", "impressions")).isEqualTo(1000);
        assertThat(linkedIn.get("share").get("impressions").asDouble()).isEqualTo(0.5);
        assertThat(linkedIn.get("engagement").get("value").asDouble()).isEqualTo(60);
        assertThat(linkedIn.get("share").get("engagement").asDouble()).isCloseTo(60 / 110.0, within(1e-12));
        assertThat(value(linkedIn, "per_post", "impressions")).isCloseTo(1000 / 3.0, within(1e-9));
        assertThat(linkedIn.get("per_follower").get("impressions").asDouble()).isEqualTo(2.0);
        assertThat(value(linkedIn, "rates", "engagement_rate")).isCloseTo(0.06, within(1e-12));
        assertThat(linkedIn.get("followers").get("value").asInt()).isEqualTo(500);

        JsonNode x = answer.get("platforms").get(1);
        assertThat(value(x, "rates", "engagement_rate")).isCloseTo(0.05, within(1e-12));
        assertThat(x.get("per_follower").get("impressions").isNull())
                .as("nobody read its followers")
                .isTrue();
        assertThat(value(x, "metrics", "saves")).isZero();
        assertThat(linkedIn.get("metrics").get("saves").get("value").isNull()).isTrue();
        assertThat(linkedIn.get("metrics").get("saves").get("status").asString())
                .isEqualTo("not_provided");
    }

    @Test
    void contentTypesAreAnsweredWithMostPostsFirst() {
        JsonNode answer = json(served.get(TYPES + TEN_DAYS));

        assertThat(answer.get("posts").asInt()).isEqualTo(4);
        assertThat(texts(answer.get("content_types"), "content_type")).containsExactly("text", "video");
        JsonNode text = answer.get("content_types").get(0);
        assertThat(text.get("share_of_posts").asDouble()).isEqualTo(0.75);
        // 600 + 200 + 1,000 impressions; 30 + 10 + 50 acts.
        assertThat(value(text, "metrics", "impressions")).isEqualTo(1800);
        assertThat(value(text, "per_post", "impressions")).isEqualTo(600);
        assertThat(text.get("engagement").get("value").asDouble()).isEqualTo(90);
        assertThat(value(text, "rates", "engagement_rate")).isCloseTo(0.05, within(1e-12));
        JsonNode video = answer.get("content_types").get(1);
        assertThat(value(video, "metrics", "impressions")).isEqualTo(200);
        assertThat(value(video, "rates", "engagement_rate")).isCloseTo(0.1, within(1e-12));
        assertThat(video.get("metrics").get("shares").get("value").asDouble()).isZero();
    }

    @Test
    void contentTypesAreSplitByPlatform() {
        JsonNode answer = json(served.get(TYPES + TEN_DAYS + "&split=platform"));

        assertThat(texts(answer.get("platforms"), "platform")).containsExactly("linkedin", "x");
        JsonNode linkedIn = answer.get("platforms").get(0);
        assertThat(linkedIn.get("posts").asInt()).isEqualTo(3);
        assertThat(linkedIn.get("content_types"))
                .isEqualTo(json(served.get(TYPES + TEN_DAYS + "&platform=linkedin"))
                        .get("content_types"));
        assertThat(json(served.get(TYPES + TEN_DAYS)).get("platforms")).isEmpty();
        HttpResponse<String> refused = served.get(TYPES + TEN_DAYS + "&split=account");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("allowed").toString()).contains("platform");
    }

    @Test
    void aFilterNarrowsBoth() {
        JsonNode types = json(served.get(TYPES + TEN_DAYS + "&platform=linkedin"));
        assertThat(types.get("posts").asInt()).isEqualTo(3);
        assertThat(value(types.get("content_types").get(0), "metrics", "impressions"))
                .isEqualTo(800);

        JsonNode platforms = json(served.get(PLATFORMS + TEN_DAYS + "&content_type=video"));
        assertThat(value(platforms.get("platforms").get(0), "metrics", "impressions"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "platform=orkut, bad_parameter, platform",
        "content_type=hologram, bad_parameter, content_type",
        "basis=both, bad_parameter, basis",
        "compare=tomorrow, bad_parameter, compare",
        "account_id=seven, bad_parameter, account_id",
        "er_by=likes, bad_parameter, er_by",
        "as_of=soon, bad_parameter, as_of",
        "granularity=day, unknown_parameter, granularity",
        "metric=likes, unknown_parameter, metric"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code, String name) {
        int asked = served.frames.asked.size();
        for (String path : List.of(PLATFORMS, TYPES)) {
            HttpResponse<String> answer = served.get(path + TEN_DAYS.replace("&basis=published", "") + "&" + parameter);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(json(answer).get("code").asString()).isEqualTo(code);
            assertThat(json(answer).get("parameter").asString()).isEqualTo(name);
        }
        assertThat(served.frames.asked).hasSize(asked);
    }

    private static double value(JsonNode row, String group, String key) {
        return row.get(group).get(key).get("value").asDouble();
    }

    private static List<String> texts(JsonNode rows, String key) {
        return rows.valueStream().map(row -> row.get(key).asString()).toList();
    }

    private static Frame frame() {
        PostFrame.Builder posts = PostFrame.builder(4);
        add(posts, 1, 0, "2026-11-02T10:00:00Z", ContentType.TEXT, linkedIn(600, 20, 6, 4));
        add(posts, 2, 0, "2026-11-03T10:00:00Z", ContentType.TEXT, linkedIn(200, 10, 0, 0));
        add(posts, 3, 0, "2026-11-04T10:00:00Z", ContentType.VIDEO, linkedIn(200, 20, 0, 0));
        add(
                posts,
                4,
                1,
                "2026-11-05T10:00:00Z",
                ContentType.TEXT,
                MetricValues.of(Map.of(
                        Metric.IMPRESSIONS,
                        1000.0,
                        Metric.LIKES,
                        30.0,
                        Metric.COMMENTS,
                        10.0,
                        Metric.REPOSTS,
                        8.0,
                        Metric.QUOTES,
                        2.0,
                        Metric.SAVES,
                        0.0)));
        LocalDate lastDay = LocalDate.parse("2026-11-10");
        DayFrame days = DayFrame.builder(1)
                .add(
                        0,
                        lastDay,
                        Instant.parse("2026-11-11T06:00:00Z").getEpochSecond(),
                        MetricValues.of(Map.of(Metric.FOLLOWERS, 500.0)))
                .build();
        List<FrameAccount> accounts = List.of(
                new FrameAccount(7, Platform.LINKEDIN, "harbour", "Harbour Coffee", true),
                new FrameAccount(8, Platform.X, "harbour", "Harbour Coffee", true));
        return new Frame(1, 42, ZoneOffset.UTC, DayOfWeek.MONDAY, null, null, accounts, posts.build(), days);
    }

    private static void add(
            PostFrame.Builder posts, long id, int account, String at, ContentType type, MetricValues values) {
        Instant published = Instant.parse(at);
        LocalDate day = LocalDate.ofInstant(published, ZoneOffset.UTC);
        posts.add(id, account, published.getEpochSecond(), day, type, Boosted.NO, values);
    }

    private static MetricValues linkedIn(double impressions, double reactions, double comments, double shares) {
        return MetricValues.of(Map.of(
                Metric.IMPRESSIONS, impressions,
                Metric.REACTIONS, reactions,
                Metric.COMMENTS, comments,
                Metric.SHARES, shares));
    }
}
