package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BestTimesControllerTest {
    private static final String BEST_TIMES = "/api/v1/analytics/best-times?business_id=1";

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
    }

    @BeforeEach
    void forgetWhatWasAsked() {
        served.frames.asked.clear();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void weekdaysHoursAndSlotsAreAnswered() {
        served.frames.frame = frame(60);

        JsonNode answer = json(served.get(BEST_TIMES + "&include=chance_to_be_best"));

        assertThat(answer.get("account").get("handle").asString()).isEqualTo("harbour");
        assertThat(answer.get("metric").asString()).isEqualTo("engagement");
        assertThat(answer.get("weekdays").size()).isEqualTo(7);
        assertThat(answer.get("hours").size()).isEqualTo(24);
        assertThat(answer.get("slots").size()).isEqualTo(168);
        JsonNode last = answer.get("slots").get(167);
        assertThat(last.propertyNames())
                .contains("weekday", "hour", "posts", "lift", "interval", "mean", "verdict", "n_eff");
        assertThat(last.get("weekday").asInt()).isEqualTo(7);
        assertThat(last.get("hour").asInt()).isEqualTo(23);
        assertThat(last.get("interval").size()).isEqualTo(2);
        assertThat(last.get("chance_to_be_best").isNumber()).isTrue();
        JsonNode evidence = answer.get("conclusion").get("evidence");
        assertThat(evidence.propertyNames())
                .containsExactly(
                        "value",
                        "lo",
                        "hi",
                        "level",
                        "n",
                        "n_eff",
                        "coverage",
                        "provisional_share",
                        "as_of",
                        "method",
                        "status",
                        "reason_code");
        assertThat(evidence.get("n").asInt()).isEqualTo(60);
    }

    @Test
    void tooFewPostsAreAnAnswer() {
        served.frames.frame = frame(5);

        HttpResponse<String> response = served.get(BEST_TIMES);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode conclusion = json(response).get("conclusion");
        assertThat(conclusion.get("status").asString()).isEqualTo("not_enough_data");
        assertThat(conclusion.get("text").asString()).contains("5 posts are too few");
        assertThat(json(response).get("slots").get(0).get("lift").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "metric=karma, bad_parameter, metric",
        "metric=impressions, bad_parameter, metric",
        "include=everything, bad_parameter, include",
        "basis=activity, unknown_parameter, basis",
        "compare=none, unknown_parameter, compare",
        "from=2026-02-01, bad_parameter, to"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code, String name) {
        HttpResponse<String> response = served.get(BEST_TIMES + "&" + parameter);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(json(response).get("parameter").asString()).isEqualTo(name);
        assertThat(served.frames.asked).isEmpty();
    }

    private static Frame frame(int count) {
        Random random = new Random(1);
        PostFrame.Builder posts = PostFrame.builder(count);
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(1 + random.nextInt(4 * 86_400));
            posts.add(
                    i + 1L,
                    0,
                    at.getEpochSecond(),
                    at.atZone(zone).toLocalDate(),
                    ContentType.TEXT,
                    Boosted.NO,
                    MetricValues.builder()
                            .put(Metric.LIKES, random.nextInt(100))
                            .put(Metric.COMMENTS, 1)
                            .put(Metric.REPOSTS, 1)
                            .put(Metric.QUOTES, 0)
                            .put(Metric.SAVES, 0)
                            .build());
        }
        return new Frame(
                1,
                42,
                zone,
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(new FrameAccount(7, Platform.X, "harbour", "Harbour Coffee", true)),
                posts.build(),
                DayFrame.builder(0).build());
    }
}
