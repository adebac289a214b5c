package io.tidemark.serve;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Conventions;
import io.tidemark.ledger.Job;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.jobs.FakeJobDesk;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Month;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessControllerTest {
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
    void aMemberSettlesHowTheirBusinessReckons() {
        HttpResponse<String> answer = patch("""
                {"name": " Harbour ", "fiscal_year_start": 4, "engagement": "with_clicks",
                 "er_by": {"linkedin": "reach", "youtube": "impressions"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"business\":{\"business_id\":1,\"name\":\"Harbour\",\"time_zone\":\"Europe/Berlin\","
                        + "\"week_start\":\"monday\",\"demo\":false,\"fiscal_year_start\":4,"
                        + "\"engagement\":\"with_clicks\","
                        + "\"er_by\":{\"linkedin\":\"reach\",\"youtube\":\"impressions\"},"
                        + "\"refreshable\":false,\"last_collected_at\":null,\"next_run_at\":null},\"recut\":null}");
        assertThat(served.registry.findBusiness(1).orElseThrow().conventions())
                .isEqualTo(new Conventions(
                        Month.APRIL,
                        Engagement.WITH_CLICKS,
                        Map.of(Platform.LINKEDIN, Denominator.REACH, Platform.YOUTUBE, Denominator.IMPRESSIONS)));
    }

    @Test
    void whatIsLeftOutStaysAndNullGivesTheShippedDefaultBack() {
        patch("{\"engagement\": \"with_clicks\", \"er_by\": {\"linkedin\": \"reach\", \"x\": \"followers\"}}");

        HttpResponse<String> answer = patch("{\"er_by\": {\"linkedin\": null}}");

        assertThat(json(answer).get("business").get("er_by").toString()).isEqualTo("{\"x\":\"followers\"}");
        assertThat(json(answer).get("business").get("engagement").asString()).isEqualTo("with_clicks");
    }

    @Test
    void anotherZoneIsAJob() {
        served.desk.jobs.add(FakeJobDesk.job(17, Job.Status.QUEUED));

        HttpResponse<String> answer = patch("{\"time_zone\": \"Asia/Kolkata\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/jobs/17?business_id=1");
        assertThat(json(answer).get("recut").get("job_id").asLong()).isEqualTo(17);
        assertThat(json(answer).get("business").get("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(served.desk.asked).containsExactly("1/Asia/Kolkata/MONDAY");
    }

    @Test
    void theZoneThatItHasIsNoJob() {
        assertThat(patch("{\"time_zone\": \"Europe/Berlin\", \"week_start\": \"monday\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.desk.asked).isEmpty();
    }

    @Test
    void whileItIsGivenAnotherZoneItMustWait() {
        HttpResponse<String> answer = patch("{\"week_start\": \"sunday\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asString()).isEqualTo("recut_running");
    }

    @Test
    void theNameOfAnotherIsRefusedAndNothingIsChanged() {
        HttpResponse<String> answer = patch("{\"name\": \"OTHER\", \"time_zone\": \"UTC\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asString()).isEqualTo("name_taken");
        assertThat(served.desk.asked).isEmpty();
    }

    @Test
    void aBusinessOfOthersIsNotFound() {
        assertThat(patch(2, "{\"name\": \"Mine\"}").statusCode()).isEqualTo(404);
        assertThat(served.registry.findBusiness(2).orElseThrow().name()).isEqualTo("Other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                       | body
            {}                                       | body
            null                                     | body
            {"colour": "red"}                        | colour
            {"demo": true}                           | demo
            {"name": ""}                             | name
            {"name": null}                           | name
            {"name": 7}                              | name
            {"time_zone": "Berlin"}                  | time_zone
            {"week_start": "Mon"}                    | week_start
            {"fiscal_year_start": 13}                | fiscal_year_start
            {"fiscal_year_start": "april"}           | fiscal_year_start
            {"fiscal_year_start": 4.5}               | fiscal_year_start
            {"engagement": "all"}                    | engagement
            {"er_by": "reach"}                       | er_by
            {"er_by": {"myspace": "reach"}}          | er_by
            {"er_by": {"linkedin": "clicks"}}        | er_by
            {"er_by": {"linkedin": 4}}               | er_by
            {"er_by": {"mastodon": "impressions"}}   | er_by
            """)
    void whatIsNoSettingIsRefusedByName(String body, String parameter) {
        HttpResponse<String> answer = patch(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("parameter").asString()).isEqualTo(parameter);
    }

    private HttpResponse<String> patch(String body) {
        return patch(1, body);
    }

    private HttpResponse<String> patch(long business, String body) {
        return served.send(served.authorised("/api/v1/businesses/" + business)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }
}
