package io.tidemark.serve.share;

import static io.tidemark.serve.ServedFixture.json;
import static io.tidemark.serve.share.SharedFixture.OCTOBER;
import static io.tidemark.serve.share.SharedFixture.SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What whoever came by a link sees, and every way round it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitBoundsTest {
    @TempDir
    private static Path uploads;

    private SharedFixture shared;

    private SharedFixture.Visit october;

    @BeforeAll
    void start() {
        shared = new SharedFixture(uploads);
        october = shared.visit(OCTOBER);
    }

    @AfterAll
    void stop() {
        shared.close();
    }

    @Test
    void aVisitorSeesTheNumbersThatAMemberSees() {
        String member = shared.served
                .get("/api/v1/analytics/overview?business_id=1&" + OCTOBER)
                .body();

        assertThat(october.get("overview").body()).isEqualTo(member);
        assertThat(json(october.get("overview"))
                        .get("metrics")
                        .get("likes")
                        .get("value")
                        .asLong())
                .isEqualTo(10);
        assertThat(october.get("overview?business_id=1&" + OCTOBER).body()).isEqualTo(member);
        for (String question : List.of(
                "trends?metric=likes&granularity=day",
                "trends/analysis?metric=likes",
                "platform-comparison",
                "content-types",
                "insights",
                "top-posts?limit=5")) {
            assertThat(october.get(question).statusCode()).as(question).isEqualTo(200);
        }
    }

    @Test
    void aVisitTellsOfTheBusinessAndOfNobody() {
        HttpResponse<String> answer = shared.served.send(october.request(""));

        assertThat(json(answer).get("business").get("name").asString()).isEqualTo("Harbour Coffee");
        assertThat(json(answer).get("page").asString()).isEqualTo("analytics");
        assertThat(json(answer).get("expires_at").asString()).isEqualTo("2026-12-20T12:00:00Z");
        assertThat(answer.body()).doesNotContain("example.com", "hash", "token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview?business_id=2",
                "overview?from=2026-09-01&to=2026-10-31",
                "overview?range=all",
                "overview?platform=x",
                "overview?platform=linkedin&platform=x",
                "overview?account_id=2",
                "overview?content_type=image",
                "overview?group=all",
                "overview?label=campaign",
                "overview?compare=previous_year",
                "overview?compare=custom&compare_from=2020-01-01&compare_to=2020-12-31",
                "overview?as_of=2026-11-01",
                "overview?er_by=followers",
                "insights?include=dismissed",
                "audience",
                "why?metric=engagement",
                "posts",
                "posts/101",
                "posts/102/thumbnail",
                "posts/100/thumbnail",
                "posts/999/thumbnail",
                "best-times",
                "digest",
                "export?dataset=posts",
                "breakouts",
                "half-lives",
                "labels",
                "refresh",
                "none"
            })
    void nothingBeyondWhatWasSharedIsAnswered(String question) {
        HttpResponse<String> answer = october.get(question);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asString()).isEqualTo("beyond_share");
    }

    @Test
    void emptyParametersWidenNothing() {

        HttpResponse<String> answer = october.get("overview?platform=&from=&to=");

        // An empty value counts as none, and none is not what was shared.
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(october.get("overview?compare=").body())
                .isEqualTo(october.get("overview").body());
    }

    @Test
    void aMisspeltParameterIsRefused() {
        assertThat(october.get("overview?platfrom=x").statusCode()).isEqualTo(403);
    }

    @Test
    void aQuestionThatCannotBeHeldToAFilterIsNotAnswered() {
        SharedFixture.Visit whole = shared.visitOf("{\"page\":\"audience\",\"search\":\"range=last_7_days\"}");
        SharedFixture.Visit reels =
                shared.visitOf("{\"page\":\"audience\",\"search\":\"range=last_7_days&content_type=reel\"}");

        assertThat(whole.get("audience?dimension=geography").statusCode()).isEqualTo(200);
        assertThat(reels.get("audience").statusCode()).isEqualTo(403);
    }

    @Test
    void picturesAreThoseOfThePostsThatWereShared() {

        HttpResponse<String> shown = october.get("posts/" + SharedFixture.LINKEDIN_POST + "/thumbnail");
        assertThat(json(shown).get("code").asString()).isEqualTo("thumbnail_not_found");
        assertThat(october.get("posts/" + SharedFixture.X_POST + "/thumbnail").statusCode())
                .isEqualTo(403);
        assertThat(october.get("posts/" + SharedFixture.EARLIER_POST + "/thumbnail")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/businesses",
                "/api/v1/accounts?business_id=1",
                "/api/v1/auth/me",
                "/api/v1/shares?business_id=1",
                "/api/v1/analytics/overview?business_id=1",
                "/api/v1/imports?business_id=1",
                "/api/v1/connections?business_id=1",
                "/api/v1/events?business_id=1",
                "/api/v1/portfolio",
                "/actuator/prometheus"
            })
    void theCookieOfAVisitOpensNothingElse(String path) {

        // Browsers would not even send it there.
        for (String cookie : List.of("tidemark_visit", "tidemark_session")) {
            assertThat(shared.served
                            .send(shared.served.request(path).header("Cookie", cookie + "=" + october.token))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(shared.served
                        .send(shared.served.request(path).header("Authorization", "Bearer " + october.token))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aVisitorChangesNothing(String method) {
        for (String path : List.of("", "/analytics/overview", "/analytics/refresh")) {
            HttpResponse<String> answer =
                    shared.served.send(october.request(path).method(method, BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isIn(401, 403);
        }
        HttpResponse<String> withBearer = shared.served.send(october.request("/analytics/refresh")
                .header("Authorization", "Bearer " + shared.served.token())
                .method(method, BodyPublishers.ofString("{}")));
        assertThat(json(withBearer).get("code").asString()).isEqualTo("beyond_share");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; page",
                "{\"page\":\"connections\"}; page",
                "{\"page\":\"analytics\",\"search\":\"business_id=2\"}; search",
                "{\"page\":\"analytics\",\"search\":\"cursor=x\"}; search",
                "{\"page\":\"analytics\",\"search\":\"metric=%3Cscript%3E\"}; search",
                "{\"page\":\"analytics\",\"search\":\"range=ever\"}; range",
                "{\"page\":\"analytics\",\"search\":\"platform=myspace\"}; platform",
                "{\"page\":\"analytics\",\"search\":\"group=nobody\"}; group",
                "{\"page\":\"analytics\",\"search\":\"as_of=2030-01-01\"}; as_of",
                "{\"page\":\"analytics\",\"days\":0}; days",
                "{\"page\":\"analytics\",\"days\":367}; days",
                "{\"page\":\"analytics\",\"password\":\"short\"}; password",
                "{\"page\":\"analytics\",\"frozen\":\"yes\"}; frozen",
                "{\"page\":\"analytics\",\"title\":\"x\"}; title"
            })
    void whatCannotBeSharedIsRefused(String body, String parameter) {
        int before = json(shared.served.get(SHARES)).get("shares").size();
        HttpResponse<String> answer = shared.make(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat(problem.get(problem.has("member") ? "member" : "parameter").asString())
                .isEqualTo(parameter);
        assertThat(json(shared.served.get(SHARES)).get("shares").size()).isEqualTo(before);
    }
}
