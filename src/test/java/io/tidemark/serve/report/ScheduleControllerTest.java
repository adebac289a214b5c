package io.tidemark.serve.report;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.serve.LedgerServedFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ScheduleControllerTest {
    private static final String MONTHLY = """
            {"every":"month","recipients":["Client@Example.com","client@example.com"],"language":"de","link":"share"}""";

    private LedgerServedFixture served;
    private String id;

    @BeforeEach
    void start(@TempDir Path uploads) {
        served = new LedgerServedFixture(uploads);
        id = json(served.send("POST", "/api/v1/reports?business_id=1", """
                        {"title":"January","from":"2026-01-01","to":"2026-01-31",
                         "sections":[{"panel":"metrics"},{"panel":"trend","metric":"likes"},{"panel":"notes"}]}"""))
                .get("report_id")
                .asString();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private HttpResponse<String> schedule(String method, @Nullable String body) {
        return served.send(method, "/api/v1/reports/" + id + "/schedule?business_id=1", body);
    }

    private JsonNode listed() {
        return json(served.get("/api/v1/reports?business_id=1")).get("reports");
    }

    @Test
    void aReportRepeatsUntilItIsTurnedOff() {
        assertThat(schedule("GET", null).statusCode()).isEqualTo(204);
        assertThat(schedule("DELETE", null).statusCode()).isEqualTo(204);
        assertThat(listed().get(0).get("repeats").isNull()).isTrue();

        JsonNode made = json(schedule("PUT", MONTHLY));

        assertThat(json(schedule("GET", null))).isEqualTo(made);
        assertThat(made.get("days_after").asInt()).isEqualTo(3);
        assertThat(made.get("hour").asInt()).isEqualTo(9);
        assertThat(made.get("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(made.get("title").asString()).isEqualTo("January");
        assertThat(made.get("recipients").toString()).isEqualTo("[\"client@example.com\"]");
        assertThat(made.get("mailed").asBoolean()).isTrue();
        // That of February was due before.
        assertThat(made.get("next").toString())
                .isEqualTo("{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"at\":\"2026-04-04T07:00:00Z\"}");
        assertThat(made.get("last").isNull()).isTrue();
        assertThat(listed().get(0).get("repeats").toString())
                .isEqualTo(
                        "{\"every\":\"month\",\"next_at\":\"2026-04-04T07:00:00Z\",\"time_zone\":\"Europe/Berlin\"}");

        // Other days change nothing about which months are left.
        assertThat(json(schedule("PUT", "{\"every\":\"month\",\"days_after\":10,\"hour\":0,\"title\":\"Each month\"}"))
                        .get("next")
                        .toString())
                .isEqualTo("{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"at\":\"2026-04-10T22:00:00Z\"}");
        // Weeks begin with the one that ends next.
        assertThat(json(schedule("PUT", "{\"every\":\"week\",\"days_after\":0}"))
                        .get("next")
                        .toString())
                .isEqualTo("{\"from\":\"2026-03-09\",\"to\":\"2026-03-15\",\"at\":\"2026-03-16T08:00:00Z\"}");

        assertThat(schedule("DELETE", null).statusCode()).isEqualTo(204);
        assertThat(schedule("GET", null).statusCode()).isEqualTo(204);
    }

    @Test
    void theServerMakesClosesAndMailsWhatIsDue() {
        schedule("PUT", MONTHLY);
        served.clock.advance(Duration.between(served.clock.instant(), Instant.parse("2026-04-04T07:00:00Z")));
        served.sendReports();

        JsonNode report = listed().get(0);
        assertThat(report.get("state").asString()).isEqualTo("closed");
        assertThat(report.get("from").asString()).isEqualTo("2026-03-01");
        assertThat(report.get("repeats").get("next_at").asString()).isEqualTo("2026-05-04T07:00:00Z");
        String number = report.get("report_id").asString();
        JsonNode whole = json(served.get("/api/v1/reports/" + number + "?business_id=1"));
        // What a person who closes it by hand would keep.
        assertThat(whole.get("answers"))
                .isEqualTo(json(served.get("/api/v1/reports/" + number + "/answers?business_id=1"))
                        .get("answers"));
        assertThat(whole.get("answers").propertyNames()).containsExactly("notes", "overview", "trends:likes");

        JsonNode after = json(served.get("/api/v1/reports/" + number + "/schedule?business_id=1"));
        assertThat(after.get("last").get("report_id").asString()).isEqualTo(number);
        assertThat(after.get("failure").isNull()).isTrue();
        assertThat(after.get("mails").get(0).get("sent_at").asString()).isEqualTo("2026-04-04T07:00:00Z");
        assertThat(json(schedule("GET", null)).get("mails").isEmpty()).isTrue();
        assertThat(served.mailing.sent)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains(served.url("/s#1.")));
    }

    @Test
    void whatCannotBeMadeIsToldOf() {
        String label = json(served.send(
                        "POST", "/api/v1/labels?business_id=1", "{\"kind\":\"campaign\",\"name\":\"Sale\"}"))
                .get("label_id")
                .asString();
        served.send("PUT", "/api/v1/reports/" + id + "?business_id=1", """
                {"title":"Sales","from":"2026-01-01","to":"2026-01-31","search":"label=campaign%3ASale",
                 "sections":[{"panel":"metrics"}]}""");
        schedule("PUT", "{\"every\":\"month\"}");
        served.send("DELETE", "/api/v1/labels/" + label + "?business_id=1", null);
        served.clock.advance(Duration.ofDays(40));
        served.sendReports();

        JsonNode failure = json(schedule("GET", null)).get("failure");
        assertThat(failure.get("why").asString()).contains("Sale");
        assertThat(failure.get("why_said").isObject()).isTrue();
        assertThat(Instant.parse(failure.get("again").asString()))
                .isEqualTo(served.clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void whatIsBadIsNamed() {
        served.mailing.on = false;
        assertThat(json(schedule("PUT", MONTHLY)).get("mailed").asBoolean()).isFalse();
        String many = "\"a@example.com\",".repeat(20) + "\"b@example.com\"";
        assertBad("{\"recipients\":[]}", "every", "missing");
        assertBad("{\"every\":\"year\"}", "every", "year");
        assertBad("{\"every\":\"month\",\"days_after\":29}", "days_after", "from 0 to 28");
        assertBad("{\"every\":\"month\",\"hour\":24}", "hour", "from 0 to 23");
        assertBad("{\"every\":\"month\",\"recipients\":[\"nobody\"]}", "recipients", "is not an e-mail address");
        assertBad("{\"every\":\"month\",\"recipients\":[\"a@b.com,c@d.com\"]}", "recipients", "e-mail address");
        assertBad("{\"every\":\"month\",\"recipients\":[\"a<b>@example.com\"]}", "recipients", "No mail can be sent");
        assertBad("{\"every\":\"month\",\"recipients\":[" + many + "]}", "recipients", "more than 20");
        assertBad("{\"every\":\"month\",\"language\":\"fr\"}", "language", "fr");
        assertBad("{\"every\":\"month\",\"link\":\"anything\"}", "link", "anything");
        assertBad("{\"every\":\"month\",\"zone\":\"UTC\"}", "zone", "zone");
    }

    private void assertBad(String body, String member, String why) {
        HttpResponse<String> answer = schedule("PUT", body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains(why);
        assertThat(answer.body()).contains(member);
    }

    @Test
    void nobodyElsesReportRepeats() {
        assertThat(served.send("PUT", "/api/v1/reports/" + id + "/schedule?business_id=2", MONTHLY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.send("PUT", "/api/v1/reports/999999/schedule?business_id=1", MONTHLY)
                        .statusCode())
                .isEqualTo(404);
    }
}
