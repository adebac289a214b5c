package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.why.WhyFrames;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
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
class WhyControllerTest {
    private static final String WHY =
            "/api/v1/analytics/why?business_id=1&from=2026-10-01&to=2026-10-31&basis=published";

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
    }

    @BeforeEach
    void forgetWhatWasAsked() {
        served.frames.asked.clear();
        served.frames.frame = new WhyFrames()
                .account(Platform.LINKEDIN)
                .posts(0, "2026-09", 39, ContentType.IMAGE, WhyFrames.linkedin(1000, 50))
                .posts(0, "2026-09", 1, ContentType.TEXT, WhyFrames.linkedin(1000, 50))
                .posts(0, "2026-10", 29, ContentType.IMAGE, WhyFrames.linkedin(1000, 50))
                .posts(0, "2026-10", 1, ContentType.TEXT, WhyFrames.linkedin(500, 80))
                .build();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aChangeIsTakenApart() {
        JsonNode answer = json(served.get(WHY));

        assertThat(answer.get("metric").asString()).isEqualTo("engagement");
        assertThat(answer.get("age_hours").asInt()).isEqualTo(672);
        assertThat(answer.get("change").get("change").asDouble()).isEqualTo(-470);
        double sum = StreamSupport.stream(answer.get("effects").spliterator(), false)
                .mapToDouble(effect -> effect.get("change").asDouble())
                .sum();
        assertThat(sum).isCloseTo(-470, within(1e-9));
        assertThat(answer.get("sentence").asString()).contains("mostly because fewer posts were published");
        assertThat(answer.at("/sentence_said/values/sentences/value/0/code").asString())
                .isEqualTo("why_mostly");
        assertThat(answer.at("/effects/0/words_said/code").asString()).isEqualTo("why_volume_down");
        assertThat(answer.get("groups").get("content_types").size()).isEqualTo(2);
        JsonNode effect = answer.get("effects").get(0);
        assertThat(effect.propertyNames())
                .containsExactly(
                        "effect", "title", "words", "words_said", "change", "ratio", "named", "evidence", "parts");
        assertThat(effect.get("evidence").get("method").asString()).isEqualTo("lmdi/1");
        assertThat(effect.get("evidence").get("n").asInt()).isEqualTo(70);
        JsonNode post = answer.get("posts").get(0);
        assertThat(post.get("content_type").asString()).isEqualTo("text");
        assertThat(post.get("typical").asDouble()).isEqualTo(65);
        assertThat(post.get("contribution").asDouble()).isEqualTo(15);
    }

    @Test
    void filtersDrillDown() {
        JsonNode answer = json(served.get(WHY + "&content_type=image&metric=engagement_rate"));

        assertThat(answer.get("metric").asString()).isEqualTo("engagement_rate");
        assertThat(answer.get("by").asString()).isEqualTo("impressions");
        assertThat(answer.get("change").get("change").asDouble()).isZero();
        assertThat(answer.get("groups").get("content_types").size()).isEqualTo(1);
    }

    @Test
    void theDescriptionNamesWhatIsAnswered() {
        JsonNode properties = json(served.send(served.request("/v3/api-docs")))
                .get("components")
                .get("schemas")
                .get("Why")
                .get("properties");
        Set<String> described = properties.propertyNames().stream().collect(Collectors.toSet());

        assertThat(json(served.get(WHY)).propertyNames()).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @CsvSource({
        "metric=reach, bad_parameter, metric",
        "drill=platform, unknown_parameter, drill",
        "compare=tomorrow, bad_parameter, compare"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code, String name) {
        HttpResponse<String> response = served.get(WHY + "&" + parameter);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(json(response).get("parameter").asString()).isEqualTo(name);
        assertThat(served.frames.asked).isEmpty();
    }
}
