package io.tidemark.serve.experiment;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.LedgerServedFixture;
import io.tidemark.testing.LedgerFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Tests of posting times from the request down to PostgreSQL and back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperimentControllerTest {
    private static final String EXPERIMENTS = "/api/v1/experiments?business_id=1";

    private LedgerServedFixture served;
    private long account;

    @BeforeAll
    void start(@TempDir Path uploads) {
        served = new LedgerServedFixture(uploads);
        append(post("p1", LedgerFixture.NOW.minus(Duration.ofDays(5))));
        account = json(served.get("/api/v1/accounts?business_id=1"))
                .at("/accounts/0/account_id")
                .asLong();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aTestIsStartedFollowedAndStopped() {
        HttpResponse<String> started = served.send(
                "POST",
                EXPERIMENTS,
                "{\"account_id\":%d,\"first\":{\"hour\":18},\"second\":{\"hour\":8},\"difference\":0.5}"
                        .formatted(account));
        assertThat(started.statusCode()).isEqualTo(201);
        String address = started.headers().firstValue("Location").orElseThrow();
        JsonNode state = json(started).get("state");
        // 16 variances of 0.6, as one post tells of none, over ln(1.5)².
        assertThat(state.at("/first/needed").asInt()).isEqualTo(59);
        assertThat(state.get("stage").asString()).isEqualTo("running");
        assertThat(state.at("/next/time/hour").asInt()).isIn(8, 18);
        assertThat(state.at("/first/time/weekday").isNull()).isTrue();
        HttpResponse<String> again = served.send(
                "POST",
                EXPERIMENTS,
                "{\"account_id\":%d,\"first\":{\"hour\":1},\"second\":{\"hour\":2}}".formatted(account));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("experiment_running");

        // Half past six in the evening in Berlin.
        Instant evening = Instant.parse("2026-03-10T17:30:00Z");
        served.clock.advance(Duration.ofHours(9));
        append(post("p2", evening));
        JsonNode followed = json(served.get(address));
        assertThat(followed.at("/state/first/posts").asInt()).isEqualTo(1);
        assertThat(followed.at("/state/second/posts").asInt()).isZero();
        assertThat(followed.at("/state/p_value").isNull()).isTrue();
        assertThat(json(served.get(EXPERIMENTS)).at("/experiments/0")).isEqualTo(followed);
        long account = followed.at("/account/id").asLong();
        assertThat(json(served.get(EXPERIMENTS + "&account_id=" + account)).at("/experiments/0"))
                .isEqualTo(followed);
        assertThat(json(served.get(EXPERIMENTS + "&account_id=" + (account + 1)))
                        .get("experiments"))
                .isEmpty();

        HttpResponse<String> stopped = served.send("POST", address.replace("?", "/stop?"), null);
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(json(stopped).at("/state/stage").asString()).isEqualTo("stopped");
        assertThat(json(stopped).get("ended_at").isNull()).isFalse();
    }

    @Test
    void anAccountGetsAZoneOfItsOwnAndLosesIt() {
        String address = "/api/v1/accounts/" + account + "/time-zone?business_id=1";

        HttpResponse<String> zoned = served.send("PUT", address, "{\"time_zone\":\"Asia/Tokyo\"}");
        assertThat(json(zoned).get("time_zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(zone()).isEqualTo("Asia/Tokyo");
        assertThat(json(served.get("/api/v1/analytics/best-times?business_id=1"))
                        .get("time_zone")
                        .asString())
                .isEqualTo("Asia/Tokyo");

        HttpResponse<String> unknown = served.send("PUT", address, "{\"time_zone\":\"Mars/Olympus\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("detail").asString()).contains("'Mars/Olympus' is not a time zone");
        assertThat(served.send("PUT", address, "{}").statusCode()).isEqualTo(400);
        assertThat(served.send("PUT", "/api/v1/accounts/7/time-zone?business_id=1", "{\"time_zone\":\"UTC\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.send("PUT", address, "{\"time_zone\":null}").statusCode())
                .isEqualTo(200);
        assertThat(zone()).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | first | missing",
                "{\"first\":{\"hour\":24},\"second\":{\"hour\":3}} | first.hour | from 0 to 23",
                "{\"first\":{\"weekday\":0,\"hour\":4},\"second\":{\"hour\":3}} | first.weekday | from 1 to 7",
                "{\"first\":{\"weekday\":2},\"second\":{\"hour\":3}} | first.hour | missing",
                "{\"first\":{\"weekday\":2,\"hour\":3},\"second\":{\"hour\":3}} | second | overlap",
                "{\"first\":{\"hour\":4},\"second\":{\"hour\":3}} | account_id | missing",
                "{\"account_id\":1,\"first\":{\"hour\":4},\"second\":{\"hour\":3},\"metric\":\"karma\"} | metric | allowed are engagement",
                "{\"account_id\":1,\"first\":{\"hour\":4},\"second\":{\"hour\":3},\"difference\":0.01} | difference | from 0.1 to 2",
                "{\"account_id\":1,\"first\":{\"hour\":4},\"second\":{\"hour\":3},\"seed\":1} | seed | no member"
            })
    void aBadBodyIsRefusedPrecisely(String body, String member, String detail) {
        HttpResponse<String> answer = served.send("POST", EXPERIMENTS, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + member + "\"");
        assertThat(json(answer).get("detail").asString()).contains(detail);
    }

    @Test
    void aMetricThatThePlatformDoesNotProvideIsRefused() {
        HttpResponse<String> answer = served.send(
                "POST",
                EXPERIMENTS,
                "{\"account_id\":%d,\"metric\":\"reach\",\"first\":{\"hour\":4},\"second\":{\"hour\":3}}"
                        .formatted(account));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains("does not provide");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String body = "{\"account_id\":99,\"first\":{\"hour\":4},\"second\":{\"hour\":3}}";
        assertThat(json(served.send("POST", EXPERIMENTS, body)).get("code").asString())
                .isEqualTo("account_not_found");
        assertThat(json(served.get("/api/v1/experiments/99?business_id=1"))
                        .get("code")
                        .asString())
                .isEqualTo("experiment_not_found");
        assertThat(served.send("POST", "/api/v1/experiments/99/stop?business_id=1", null)
                        .statusCode())
                .isEqualTo(404);
        for (String path : List.of("/api/v1/experiments", "/api/v1/experiments/5")) {
            assertThat(json(served.get(path + "?business_id=2")).get("code").asString())
                    .isEqualTo("business_not_found");
        }
    }

    private String zone() {
        return json(served.get("/api/v1/accounts?business_id=1"))
                .at("/accounts/0/time_zone")
                .asString("null");
    }

    private void append(Observation post) {
        served.ledger
                .ledger()
                .append(
                        1,
                        new SourceSpec(
                                served.ledger.ledger().newId(),
                                SourceSpec.Kind.FILE,
                                "test",
                                "f",
                                served.clock.instant().toString(),
                                served.clock.instant()),
                        sink -> sink.accept(post),
                        done -> "{}");
    }

    private Observation post(String id, Instant at) {
        PostVersion version = new PostVersion(at, Placement.FEED, Format.TEXT, "text", null, Boosted.NO, false);
        MetricValues values = MetricValues.builder()
                .put(Metric.LIKES, 7)
                .put(Metric.COMMENTS, 0)
                .put(Metric.REPOSTS, 0)
                .put(Metric.QUOTES, 0)
                .put(Metric.SAVES, 0)
                .build();
        return new Observation.OfPost(
                AccountKey.ofHandle(Platform.X, "acme"),
                List.of(new Alias("x:status", id)),
                version,
                values,
                served.clock.instant());
    }
}
