package io.tidemark.serve.http;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemTest {
    private ServedFixture served;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new ServedFixture(uploads);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/none, 404, not_found",
        "GET, /none, 404, not_found",
        "GET, /assets/none.js, 404, not_found",
        "GET, /error, 404, not_found",
        "PUT, /api/v1/businesses, 405, method_not_allowed",
        "POST, /api/v1/imports, 415, unsupported_media_type",
        "GET, /api/v1/accounts, 400, bad_parameter",
        "GET, /api/v1/accounts?business_id=x, 400, bad_parameter",
        "GET, /api/v1/accounts?business_id=1&x=2, 400, unknown_parameter",
        "GET, /api/v1/businesses?days=30, 400, unknown_parameter",
        "GET, /api//v1/businesses, 400, bad_request",
        "GET, /api/v1/businesses;x=1, 400, bad_request",
        "GET, /actuator/env, 404, not_found"
    })
    void whateverIsAskedWrongIsAProblemWithACode(String method, String path, int status, String code) {
        HttpResponse<String> answer = served.send(served.authorised(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asString()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"email\":\"a@example.com\"}", "{\"email\":{}}", "null", "\u0000"})
    void aBodyThatMakesNoSenseIsABadRequest(String body) {
        HttpResponse<String> answer = served.send(served.authorised("/api/v1/auth/sign-in")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("bad_request");
    }

    @Test
    void whatNobodyForesawIsAnsweredWithAnIdAndNothingElse() {
        served.records.failure = new IllegalStateException("jdbc:postgresql://secret");
        served.records.fails = true;
        try {
            HttpResponse<String> answer = served.get("/api/v1/accounts?business_id=1");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(json(answer).get("code").asString()).isEqualTo("internal_error");
            assertThat(json(answer).get("problem_id").asString()).hasSize(36);
            assertThat(answer.body()).doesNotContain("secret", "IllegalState");
        } finally {
            served.records.fails = false;
        }
    }

    @Test
    void theRootLeadsToTheDashboard() {
        HttpResponse<String> answer = served.send(served.request("/"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/dashboard/analytics");
    }
}
