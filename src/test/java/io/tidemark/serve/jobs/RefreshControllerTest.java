package io.tidemark.serve.jobs;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Job;
import io.tidemark.serve.LastingServer;
import io.tidemark.serve.ServedFixture;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RefreshControllerTest {
    private static final String PATH = "/api/v1/analytics/refresh";

    private static LastingServer server;

    private ServedFixture served;

    @BeforeAll
    static void startServer(@TempDir Path uploads) {
        server = new LastingServer(uploads);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        served = new ServedFixture(server);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aRefreshIsAcceptedWithTheAddressOfItsJob() {
        served.desk.answer = new JobDesk.Answer.Accepted(FakeJobDesk.job(17, Job.Status.QUEUED));

        HttpResponse<String> answer = post("application/json", "{\"business_id\": 1, \"account_id\": 3}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/jobs/17?business_id=1");
        assertThat(answer.body())
                .isEqualTo("{\"job_id\":17,\"status\":\"queued\",\"url\":\"/api/v1/jobs/17?business_id=1\"}");
        assertThat(served.desk.asked).containsExactly("1/3/member@example.com");
    }

    @Test
    void aFormSaysTheSame() {
        served.desk.answer = new JobDesk.Answer.Accepted(FakeJobDesk.job(17, Job.Status.RUNNING));

        HttpResponse<String> answer = post("application/x-www-form-urlencoded", "business_id=1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(served.desk.asked).containsExactly("1/null/member@example.com");
    }

    @Test
    void withoutConnectedAccountsItSaysWhatToDo() {
        HttpResponse<String> answer = post("application/json", "{\"business_id\": 1}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asString()).isEqualTo("nothing_connected");
        assertThat(json(answer).get("detail").asString()).contains("import the files");
    }

    @Test
    void anAccountThatIsNotThereIsNotFound() {
        served.desk.answer = new JobDesk.Answer.NoSuchAccount(99);

        HttpResponse<String> answer = post("application/json", "{\"business_id\": 1, \"account_id\": 99}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asString()).isEqualTo("account_not_found");
    }

    @Test
    void aSpentQuotaSaysWhenToComeBack() {
        served.desk.answer = new JobDesk.Answer.OverQuota(
                12, served.clock.instant().plus(Duration.ofSeconds(90)).plusMillis(1));

        HttpResponse<String> answer = post("application/json", "{\"business_id\": 1}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("91");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo("refresh_quota");
        assertThat(json(answer).get("detail").asString()).contains("12 times an hour", "2 minutes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "17",
                "null",
                "{}",
                "{\"business_id\": \"one\"}",
                "{\"business_id\": 1.5}",
                "{\"business_id\": [1]}",
                "{\"business_id\": 1, \"account_id\": {}}",
                "{\"business_id\": 1, \"account_id\": -3}",
                "{\"business_id\": 1, \"account\": 3}"
            })
    void whatCannotBeUnderstoodIsABadRequest(String body) {
        HttpResponse<String> answer = post("application/json", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isIn("bad_request", "bad_parameter", "unknown_parameter");
        assertThat(served.desk.asked).isEmpty();
    }

    @Test
    void aBusinessOfOthersIsNotFound() {
        assertThat(post("application/json", "{\"business_id\": 2}").statusCode())
                .isEqualTo(404);
        assertThat(served.get("/api/v1/jobs?business_id=2").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/v1/jobs/17?business_id=2").statusCode()).isEqualTo(404);
        assertThat(served.desk.asked).isEmpty();
    }

    @Test
    void aJobTellsWhereItStands() {
        served.desk.jobs.addAll(List.of(
                FakeJobDesk.job(17, Job.Status.RUNNING),
                FakeJobDesk.job(16, Job.Status.FAILED),
                FakeJobDesk.job(15, Job.Status.DONE)));

        JsonNode running = json(served.get("/api/v1/jobs/17?business_id=1"));
        JsonNode failed = json(served.get("/api/v1/jobs/16?business_id=1"));
        JsonNode done = json(served.get("/api/v1/jobs/15?business_id=1"));

        assertThat(running.get("progress").toString())
                .isEqualTo("{\"done\":2,\"total\":8,\"text\":\"Collecting X @harbour.\",\"text_said\":null}");
        assertThat(running.get("finished_at").isNull()).isTrue();
        assertThat(failed.get("problem").toString())
                .isEqualTo("{\"code\":\"collection_failed\","
                        + "\"detail\":\"YouTube @harbour: the permission was withdrawn.\","
                        + "\"detail_said\":{\"code\":\"refresh_no_answer\",\"values\":{}}}");
        assertThat(done.get("result").toString()).isEqualTo("{\"accounts\":[]}");
        assertThat(json(served.get("/api/v1/jobs?business_id=1")).get("jobs").size())
                .isEqualTo(3);
    }

    @Test
    void aJobThatIsNotThereIsNotFound() {
        HttpResponse<String> none = served.get("/api/v1/jobs/99?business_id=1");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(json(none).get("code").asString()).isEqualTo("job_not_found");
        assertThat(served.get("/api/v1/jobs/x?business_id=1").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String type, String body) {
        HttpRequest.Builder request =
                served.authorised(PATH).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return served.send(request);
    }
}
