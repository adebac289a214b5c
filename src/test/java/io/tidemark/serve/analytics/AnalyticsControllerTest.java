package io.tidemark.serve.analytics;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Versions;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyticsControllerTest {
    private static final String OVERVIEW = "/api/v1/analytics/overview?business_id=1";

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
    void anAnswerThatTheCallerHasIsNotComputedAgain() {
        HttpResponse<String> first = served.get(OVERVIEW + "&platform=x&platform=linkedin");
        assertThat(json(first).get("data_version").asInt()).isEqualTo(42);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = again(OVERVIEW + "&platform=linkedin&platform=x", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(served.frames.asked).hasSize(1);
    }

    @Test
    void newDataAnotherHourOrAnotherQuestionIsAnsweredAnew() {
        String tag = served.get(OVERVIEW).headers().firstValue("ETag").orElseThrow();
        assertThat(again(OVERVIEW, tag).statusCode()).isEqualTo(304);

        assertThat(again(OVERVIEW + "&platform=x", tag).statusCode()).isEqualTo(200);
        served.records.versions = new Versions(42, 44);
        String newTag = again(OVERVIEW, tag).headers().firstValue("ETag").orElseThrow();
        assertThat(newTag).isNotEqualTo(tag);
        served.clock.advance(Duration.ofHours(1));
        assertThat(again(OVERVIEW, newTag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "overview?business_id=2, 404, business_not_found",
        "overview, 400, bad_parameter",
        "overview?business_id=1&colour=x, 400, unknown_parameter",
        "overview?business_id=1&granularity=day, 400, unknown_parameter",
        "overview?business_id=1&platform=%00, 400, bad_parameter",
        "trends?business_id=1&granularity=hour, 400, bad_parameter",
        "trends?business_id=1&as_of=2030-01-01, 400, bad_parameter"
    })
    void whatCannotBeAnsweredIsRefused(String path, int status, String code) {
        HttpResponse<String> answer = served.get("/api/v1/analytics/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(served.frames.asked).isEmpty();
    }

    private HttpResponse<String> again(String path, String tag) {
        return served.send(served.authorised(path).header("If-None-Match", tag));
    }
}
