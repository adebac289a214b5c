package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.trend.TrendMetric;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
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
class TrendAnalysisControllerTest {
    private static final String ANALYSIS = "/api/v1/analytics/trends/analysis?business_id=1&metric=impressions";

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
    void everyPartSaysASentenceAndWhatItRestsOn() {
        served.frames.frame = frame(200);

        JsonNode answer = json(served.get(ANALYSIS));

        assertThat(answer.get("metric").asString()).isEqualTo("impressions");
        assertThat(answer.get("period").get("basis").asString()).isEqualTo("activity");
        assertThat(answer.get("days").size()).isEqualTo(28);
        for (String part : List.of("decomposition", "anomalies", "change_points", "week", "forecast")) {
            assertThat(answer.get(part).get("text").asString()).as(part).isNotBlank();
            assertThat(answer.get(part).get("evidence").propertyNames())
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
        }
        assertThat(answer.get("anomalies").get("days").get(0).get("date").asString())
                .isEqualTo("2026-11-10");
        assertThat(answer.get("week").get("usual").propertyNames()).containsExactly("down", "up");
        assertThat(answer.get("forecast").get("days").size()).isEqualTo(14);
    }

    @Test
    void whatIsDescribedIsWhatIsAnswered() {
        served.frames.frame = frame(200);
        JsonNode answer = json(served.get(ANALYSIS));
        JsonNode operation = json(served.send(served.request("/v3/api-docs")))
                .get("paths")
                .get("/api/v1/analytics/trends/analysis")
                .get("get");
        JsonNode example = operation.at("/responses/200/content/application~1json/example");

        assertThat(example.propertyNames()).isEqualTo(answer.propertyNames());
        for (String part : answer.propertyNames()) {
            JsonNode here = answer.get(part);
            if (here.isObject()) {
                assertThat(example.get(part).propertyNames()).as(part).isEqualTo(here.propertyNames());
            }
        }
        List<String> allowed = StreamSupport.stream(operation.get("parameters").spliterator(), false)
                .filter(parameter -> parameter.has("name"))
                .flatMap(parameter ->
                        StreamSupport.stream(parameter.at("/schema/enum").spliterator(), false))
                .map(JsonNode::asString)
                .toList();
        assertThat(allowed).isEqualTo(TrendMetric.keys());
    }

    @Test
    void tooShortAHistoryIsAnAnswer() {
        served.frames.frame = frame(5);

        HttpResponse<String> response = served.get(ANALYSIS);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode week = json(response).get("week");
        assertThat(week.get("verdict").asString()).isEqualTo("short_history");
        assertThat(week.get("evidence").get("status").asString()).isEqualTo("not_enough_data");
        assertThat(week.get("days_missing").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "metric=followers, bad_parameter, metric",
        "basis=published, unknown_parameter, basis",
        "compare=none, unknown_parameter, compare",
        "er_by=reach, unknown_parameter, er_by",
        "granularity=week, unknown_parameter, granularity",
        "from=2026-02-01, bad_parameter, to"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code, String name) {
        HttpResponse<String> response = served.get("/api/v1/analytics/trends/analysis?business_id=1&" + parameter);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(json(response).get("parameter").asString()).isEqualTo(name);
        assertThat(served.frames.asked).isEmpty();
    }

    /// Days up to 17 November 2026, settled; the tenth has three times as much. Each size is a version
    /// of its own.
    private static Frame frame(int count) {
        Random random = new Random(1);
        LocalDate last = LocalDate.parse("2026-11-17");
        DayFrame.Builder days = DayFrame.builder(count);
        for (int ago = count - 1; ago >= 0; ago--) {
            double value = 400 * Math.exp(0.15 * random.nextGaussian());
            LocalDate day = last.minusDays(ago);
            days.add(
                    0,
                    day,
                    day.plusDays(5).atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                    MetricValues.builder()
                            .put(Metric.IMPRESSIONS, Math.rint(ago == 7 ? 1200 : value))
                            .build());
        }
        return new Frame(
                1,
                count,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(new FrameAccount(7, Platform.LINKEDIN, "harbour", "Harbour Coffee", true)),
                PostFrame.builder(0).build(),
                days.build());
    }
}
