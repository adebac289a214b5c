package io.tidemark.serve.share;

import static io.tidemark.serve.ServedFixture.json;
import static io.tidemark.serve.share.SharedFixture.OCTOBER;
import static io.tidemark.serve.share.SharedFixture.SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.tenancy.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Links and the visits that they open, until they end.
class VisitTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path uploads;

    private SharedFixture shared;

    @BeforeEach
    void start() {
        shared = new SharedFixture(uploads);
    }

    @AfterEach
    void stop() {
        shared.close();
    }

    @Test
    void aLinkIsToldOnceAndListedWithoutItsSecret() {
        JsonNode made = json(shared.make("{\"page\":\"analytics\",\"search\":\"" + OCTOBER + "\",\"days\":7}"));
        String link = made.get("link").asString();

        assertThat(link).matches("http://127\\.0\\.0\\.1:\\d+/s#1\\.\\d+\\.[A-Za-z0-9_-]{43}");
        String secret = link.substring(link.lastIndexOf('.') + 1);
        HttpResponse<String> list = shared.served.get(SHARES);
        assertThat(list.body()).doesNotContain(secret);
        JsonNode listed = json(list).get("shares").get(0);
        assertThat(listed).isEqualTo(made.get("share"));
        assertThat(listed.get("state").asString()).isEqualTo("open");
        assertThat(listed.get("created_by").asString()).isEqualTo("member@example.com");
        assertThat(listed.get("expires_at").asString()).isEqualTo("2026-11-27T12:00:00Z");
        assertThat(listed.get("password").asBoolean()).isFalse();
        assertThat(listed.get("last_used_at").isNull()).isTrue();
    }

    @Test
    void aMemberWhoCameByALinkIsAVisitorThere() {
        SharedFixture.Visit visit = shared.visit(OCTOBER);
        String root = shared.served.tokens.issue(shared.served.administrator, Tokens.BEARER_LIFE);

        HttpResponse<String> other = shared.served.send(
                visit.request("/analytics/overview?business_id=2").header("Authorization", "Bearer " + root));
        HttpResponse<String> same =
                shared.served.send(visit.request("/analytics/overview").header("Authorization", "Bearer " + root));
        HttpResponse<String> without = shared.served.send(
                shared.served.request(visit.path("/analytics/overview")).header("Authorization", "Bearer " + root));

        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(json(without).get("code").asString()).isEqualTo("share_over");
    }

    @Test
    void theVisitOfOneLinkOpensNoOther() {
        SharedFixture.Visit one = shared.visit(OCTOBER);
        SharedFixture.Visit other = shared.visit("range=all");

        HttpResponse<String> answer = shared.served.send(shared.served
                .request(other.path("/analytics/overview"))
                .header("Cookie", "tidemark_visit=" + one.token));

        assertThat(json(answer).get("code").asString()).isEqualTo("share_over");
    }

    @Test
    void afterTheEndNothingIsAnswered() {
        SharedFixture.Visit visit = shared.visit(OCTOBER);
        shared.served.clock.advance(Duration.ofDays(30));

        isOver(visit);
    }

    @Test
    void afterItWasTakenBackNothingIsAnswered() {
        SharedFixture.Visit visit = shared.visit(OCTOBER);
        HttpResponse<String> revoked = shared.served.send(shared.served
                .authorised("/api/v1/shares/" + visit.id() + "?business_id=1")
                .DELETE());
        assertThat(revoked.statusCode()).isEqualTo(204);

        isOver(visit);
        assertThat(json(shared.served.get(SHARES))
                        .get("shares")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("revoked");
    }

    @Test
    void whenItsMakerLeavesNothingIsAnswered() {
        SharedFixture.Visit visit = shared.visit(OCTOBER);
        shared.served.registry.removeMember(shared.served.first.id(), shared.served.member.id());

        isOver(visit);
    }

    @Test
    void thePasswordIsAskedForAndGuessingIsSlowedDown() {
        String body = "{\"page\":\"analytics\",\"password\":\"" + PASSWORD + "\"}";
        String token = SharedFixture.token(shared.make(body));

        assertThat(json(shared.open(token, null)).get("code").asString()).isEqualTo("password_needed");
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> wrong = shared.open(token, "wrong " + i);
            assertThat(json(wrong).get("code").asString()).isEqualTo("wrong_password");
            assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> waits = shared.open(token, PASSWORD);
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).hasValue("900");

        shared.served.clock.advance(Duration.ofMinutes(15));
        HttpResponse<String> opened = shared.open(token, PASSWORD);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain(PASSWORD);
        assertThat(shared.served.get(SHARES).body())
                .contains("\"password\":true")
                .doesNotContain(PASSWORD, "$2a$");
    }

    @Test
    void theCookieIsForTheAddressesOfItsLinkOnly() {
        HttpResponse<String> opened = shared.open(SharedFixture.token(shared.make("{\"page\":\"analytics\"}")), null);
        String name = json(opened).get("share").asString();

        assertThat(opened.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("tidemark_visit=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/shared/" + name + ";", "Max-Age=43200");
    }

    @Test
    void aFormOfAnotherPageOpensNothing() {
        String token = SharedFixture.token(shared.make("{\"page\":\"analytics\"}"));
        HttpResponse<String> answer = shared.served.send(shared.served
                .request("/api/v1/shared")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void whatIsFrozenKeepsItsInstant() {
        JsonNode share = json(shared.make("{\"page\":\"analytics\",\"search\":\"range=last_7_days\",\"frozen\":true}"))
                .get("share");

        assertThat(share.get("search").asString()).isEqualTo("as_of=2026-11-20T12%3A00%3A00Z&range=last_7_days");
    }

    @Test
    void linksOfOtherBusinessesAreOutOfReach() {
        SharedFixture.Visit visit = shared.visit(OCTOBER);
        assertThat(shared.served.get("/api/v1/shares?business_id=2").statusCode())
                .isEqualTo(404);
        assertThat(shared.served
                        .send(shared.post("/api/v1/shares?business_id=2", "{\"page\":\"analytics\"}"))
                        .statusCode())
                .isEqualTo(404);
        String root = shared.served.tokens.issue(shared.served.administrator, Tokens.BEARER_LIFE);
        HttpResponse<String> answer = shared.served.send(shared.served
                .request("/api/v1/shares/" + visit.id() + "?business_id=2")
                .header("Authorization", "Bearer " + root)
                .DELETE());
        assertThat(json(answer).get("code").asString()).isEqualTo("share_not_found");
    }

    private void isOver(SharedFixture.Visit visit) {
        for (HttpResponse<String> answer :
                List.of(visit.get("overview"), shared.served.send(visit.request("")), shared.open(visit.link, null))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).get("code").asString()).isEqualTo("share_over");
        }
    }
}
