package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
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

/// What is found in 111 days of 50 impressions, of which one has 90.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightsControllerTest {
    private static final String INSIGHTS = "/api/v1/analytics/insights?business_id=1";
    private static final LocalDate FIRST = LocalDate.parse("2026-08-01");
    private static final LocalDate BEST = LocalDate.parse("2026-11-03");
    private static final LocalDate LAST = LocalDate.parse("2026-11-19");

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
    void findingsAreAnsweredWithTheirEvidence() {
        JsonNode answer = json(served.get(INSIGHTS));

        assertThat(answer.get("data_version").asInt()).isEqualTo(42);
        assertThat(answer.get("period").get("from").asString()).isEqualTo("2026-10-23");
        // From the first Monday, 3 August, to Sunday, 15 November, are 15 weeks; the best has 6 × 50 + 90.
        assertThat(answer.get("insights")
                        .valueStream()
                        .map(one -> one.get("type").asString()))
                .containsExactly("record_day", "record_week");
        JsonNode day = answer.get("insights").get(0);
        assertThat(day.get("metric").asString()).isEqualTo("impressions");
        assertThat(day.get("date").asString()).isEqualTo("2026-11-03");
        assertThat(day.get("title").asString()).isEqualTo("Best day yet");
        assertThat(day.get("text").asString())
                .isEqualTo("3 November 2026 had more impressions (90) than any of the 110 other days on record since"
                        + " 1 August 2026.");
        assertThat(day.get("account").isNull()).isTrue();
        assertThat(day.get("post").isNull()).isTrue();
        assertThat(day.get("evidence").get("value").asInt()).isEqualTo(90);
        assertThat(day.get("evidence").get("n").asInt()).isEqualTo(111);
        assertThat(day.get("evidence").get("status").asString()).isEqualTo("ok");
        JsonNode week = answer.get("insights").get(1);
        assertThat(week.get("date").asString()).isEqualTo("2026-11-02");
        assertThat(week.get("evidence").get("value").asInt()).isEqualTo(390);
        assertThat(week.get("evidence").get("n").asInt()).isEqualTo(15);
    }

    @Test
    void theUsualQuestionIsRememberedAndOthersAreNot() {
        JsonNode usual = json(served.get(INSIGHTS)).get("insights").get(0);
        JsonNode other = json(served.get(INSIGHTS + "&platform=linkedin"))
                .get("insights")
                .get(0);

        assertThat(usual.get("id").asString()).isEqualTo("record_day.impressions");
        assertThat(usual.get("state").asString()).isEqualTo("open");
        assertThat(usual.get("opened_at").asString()).startsWith("2026-11-20");
        assertThat(usual.get("worth").get("size").asDouble()).isPositive();
        assertThat(other.get("id").asString()).isEqualTo("record_day.impressions");
        assertThat(other.get("state").isNull()).isTrue();
        assertThat(other.get("opened_at").isNull()).isTrue();
    }

    @Test
    void whatIsPutAwayIsLeftOutUntilItIsAskedForOrTakenBack() {
        served.get(INSIGHTS);
        String dismiss = "/api/v1/insights/record_day.impressions/dismiss?business_id=1";

        assertThat(served.send(served.authorised(dismiss).POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(types(INSIGHTS)).containsExactly("record_week");
        assertThat(types(INSIGHTS + "&include=dismissed")).containsExactly("record_day", "record_week");
        JsonNode away = json(served.get(INSIGHTS + "&include=dismissed"))
                .get("insights")
                .get(0);
        assertThat(away.get("state").asString()).isEqualTo("dismissed");
        assertThat(away.get("dismissed").get("by").asString()).isEqualTo("member@example.com");

        assertThat(served.send(served.authorised(dismiss).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(types(INSIGHTS)).containsExactly("record_day", "record_week");
    }

    @Test
    void whatWasNotFoundCannotBePutAway() {
        String unknown = "/api/v1/insights/change.shares/dismiss?business_id=1";

        HttpResponse<String> answer = served.send(served.authorised(unknown).POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("insight_not_found");
    }

    private List<String> types(String path) {
        return json(served.get(path))
                .get("insights")
                .valueStream()
                .map(one -> one.get("type").asString())
                .toList();
    }

    @Test
    void whereNothingStandsOutTheListIsEmpty() {
        JsonNode answer = json(served.get(INSIGHTS + "&from=2026-09-01&to=2026-09-30"));

        assertThat(answer.get("insights").isEmpty()).isTrue();
        assertThat(answer.get("insights").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "platform=orkut, bad_parameter, platform",
        "basis=both, bad_parameter, basis",
        "compare=tomorrow, bad_parameter, compare",
        "range=last_century, bad_parameter, range",
        "from=2026-02-30, bad_parameter, from",
        "as_of=2030-01-01, bad_parameter, as_of",
        "er_by=reach, unknown_parameter, er_by",
        "limit=5, unknown_parameter, limit"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code, String name) {
        HttpResponse<String> answer = served.get(INSIGHTS + "&" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(name);
    }

    private static Frame frame() {
        DayFrame.Builder days = DayFrame.builder(111);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            // Long after its end: none is provisional.
            long observedAt = day.plusDays(20).toEpochDay() * 86_400;
            days.add(0, day, observedAt, MetricValues.of(Map.of(Metric.IMPRESSIONS, day.equals(BEST) ? 90.0 : 50.0)));
        });
        return new Frame(
                1,
                42,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(new FrameAccount(7, Platform.LINKEDIN, "harbour", "Harbour Coffee", true)),
                PostFrame.builder(0).build(),
                days.build());
    }
}
