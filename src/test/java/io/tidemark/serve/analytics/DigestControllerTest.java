package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.feed.NullBusiness;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestControllerTest {
    private static final String DIGEST = "/api/v1/analytics/digest?business_id=1";

    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
        served.frames.frame = NullBusiness.of(1, 300, 600);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void theLastWholeWeekIsAnsweredAsNumbersAndInWords() {
        JsonNode answer = json(served.get(DIGEST));

        assertThat(answer.get("week").get("from").asString()).isEqualTo("2026-11-09");
        assertThat(answer.get("numbers").get(0).get("key").asString()).isEqualTo("impressions");
        assertThat(answer.get("best").size()).isEqualTo(3);
        assertThat(answer.get("best").get(0).get("evidence").get("method").asString())
                .isEqualTo("fair_rate/1");
        assertThat(answer.get("text").asString()).contains("the week from 9 November 2026 to 15 November 2026");
    }

    @Test
    void anotherWeekIsNamedByAnyOfItsDays() {
        assertThat(json(served.get(DIGEST + "&week=2026-10-07"))
                        .get("week")
                        .get("to")
                        .asString())
                .isEqualTo("2026-10-11");
    }

    @Test
    void whoWantsItByMailSaysSoAndTakesItBack() {
        String path = "/api/v1/digest/subscription?business_id=1";

        assertThat(subscribed(served.authorised(path))).isFalse();
        assertThat(subscribed(served.authorised(path).PUT(HttpRequest.BodyPublishers.noBody())))
                .isTrue();
        assertThat(subscribed(served.authorised(path))).isTrue();
        assertThat(json(served.get(path)).get("language").asString()).isEqualTo("en");
        assertThat(subscribed(served.authorised(path).DELETE())).isFalse();
        assertThat(subscribed(served.authorised(path))).isFalse();
        assertThat(json(served.get(path)).get("language").isNull()).isTrue();
        assertThat(served.get(path + "&week=2026-10-07").statusCode()).isEqualTo(400);
    }

    @Test
    void whoWantsItByMailNamesALanguageAndMayNameAnother() {
        String path = "/api/v1/digest/subscription?business_id=1";

        for (String language : List.of("de", "en")) {
            served.send(served.authorised(path + "&language=" + language).PUT(HttpRequest.BodyPublishers.noBody()));
            assertThat(json(served.get(path)).get("language").asString()).isEqualTo(language);
        }
        HttpRequest.Builder inFrench =
                served.authorised(path + "&language=fr").PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(served.send(inFrench).statusCode()).isEqualTo(400);
        served.send(served.authorised(path).DELETE());
    }

    private boolean subscribed(HttpRequest.Builder request) {
        return json(served.send(request)).get("subscribed").asBoolean();
    }

    @Test
    void whatIsNoWholeWeekIsRefused() {
        assertThat(served.get(DIGEST + "&week=2026-11-20").statusCode()).isEqualTo(400);
        assertThat(served.get(DIGEST + "&week=soon").statusCode()).isEqualTo(400);
        assertThat(served.get(DIGEST + "&range=all").statusCode()).isEqualTo(400);
    }
}
