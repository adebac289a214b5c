package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.effect.EffectFrames;
import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
class WhatWorksControllerTest {
    private static final String WHAT_WORKS = "/api/v1/analytics/what-works?business_id=1";

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
    void everyEffectIsAnsweredWithItsEvidence() {
        served.frames.frame = frame(400);

        JsonNode answer = json(served.get(WHAT_WORKS + "&range=all"));

        assertThat(answer.get("metric").asString()).isEqualTo("engagement");
        assertThat(answer.get("note").asString()).contains("associations");
        JsonNode account = answer.get("accounts").get(0);
        assertThat(account.get("account").get("handle").asString()).isEqualTo("account1");
        assertThat(account.get("conclusion").get("text").asString()).startsWith("Goes with more engagement: #launch");
        assertThat(account.get("groups").size()).isEqualTo(5);
        JsonNode hashtags = account.get("groups").get(1);
        assertThat(hashtags.get("kind").asString()).isEqualTo("hashtag");
        JsonNode launch = hashtags.get("effects").get(0);
        assertThat(launch.propertyNames())
                .containsExactly(
                        "kind",
                        "key",
                        "name",
                        "with",
                        "without",
                        "effect",
                        "interval",
                        "lfsr",
                        "flagged",
                        "posts_missing",
                        "evidence");
        assertThat(launch.get("key").asString()).isEqualTo("#launch");
        assertThat(launch.get("flagged").asBoolean()).isTrue();
        assertThat(launch.get("interval").size()).isEqualTo(2);
        assertThat(launch.get("evidence").get("method").asString()).isEqualTo("what_works/1");
        assertThat(launch.get("evidence").get("value")).isEqualTo(launch.get("effect"));
    }

    @Test
    void tooFewPostsAreAnAnswer() {
        served.frames.frame = frame(30);

        HttpResponse<String> response = served.get(WHAT_WORKS + "&range=all&account_id=1");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode conclusion = json(response).get("accounts").get(0).get("conclusion");
        assertThat(conclusion.get("status").asString()).isEqualTo("not_enough_data");
        assertThat(conclusion.get("posts_missing").asInt()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({
        "metric=karma, bad_parameter, metric",
        "include=everything, unknown_parameter, include",
        "basis=activity, unknown_parameter, basis",
        "compare=none, unknown_parameter, compare"
    })
    void whatMeansNothingHereIsRefused(String parameter, String code, String name) {
        HttpResponse<String> response = served.get(WHAT_WORKS + "&" + parameter);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(json(response).get("parameter").asString()).isEqualTo(name);
        assertThat(served.frames.asked).isEmpty();
    }

    private static Frame frame(int count) {
        Random random = new Random(3);
        EffectFrames frames = new EffectFrames().account(Platform.X);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < count; i++) {
            at = at.plus(Duration.ofHours(10));
            boolean launch = random.nextInt(3) == 0;
            double log = 5 + (launch ? 0.7 : 0) + 0.5 * random.nextGaussian();
            frames.post(0, at, ContentType.IMAGE, launch ? "See it #Launch" : "See it", log);
        }
        return frames.build();
    }
}
