package io.tidemark.serve.share;

import static io.tidemark.serve.ServedFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.serve.ServedFixture;
import io.tidemark.tenancy.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What whoever came by a link sees, and every way round it.
class VisitTest {
    private static final String SHARES = "/api/v1/shares?business_id=1";
    private static final String PASSWORD = "correct horse battery";
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31&platform=linkedin&basis=published";
    private static final long LINKEDIN_POST = 101;
    private static final long X_POST = 102;
    private static final long EARLIER_POST = 100;

    @TempDir
    private Path uploads;

    private ServedFixture served;

    @BeforeEach
    void start() {
        served = new ServedFixture(uploads);
        served.frames.frame = frame();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aLinkIsToldOnceAndListedWithoutItsSecret() {
        JsonNode made = json(make("{\"page\":\"analytics\",\"search\":\"" + OCTOBER + "\",\"days\":7}"));
        String link = made.get("link").asString();

        assertThat(link).matches("http://127\\.0\\.0\\.1:\\d+/s#1\\.\\d+\\.[A-Za-z0-9_-]{43}");
        String secret = link.substring(link.lastIndexOf('.') + 1);
        HttpResponse<String> list = served.get(SHARES);
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
    void aVisitorSeesTheNumbersThatAMemberSees() {
        Visit visit = visit(OCTOBER);
        String member = served.get("/api/v1/analytics/overview?business_id=1&" + OCTOBER)
                .body();

        assertThat(visit.get("overview").body()).isEqualTo(member);
        assertThat(json(visit.get("overview"))
                        .get("metrics")
                        .get("likes")
                        .get("value")
                        .asLong())
                .isEqualTo(10);
        assertThat(visit.get("overview?business_id=1&" + OCTOBER).body()).isEqualTo(member);
        for (String question : List.of(
                "trends?metric=likes&granularity=day",
                "trends/analysis?metric=likes",
                "platform-comparison",
                "content-types",
                "insights",
                "top-posts?limit=5")) {
            assertThat(visit.get(question).statusCode()).as(question).isEqualTo(200);
        }
    }

    @Test
    void aVisitTellsOfTheBusinessAndOfNobody() {
        Visit visit = visit(OCTOBER);
        HttpResponse<String> answer = served.send(visit.request(""));

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
        HttpResponse<String> answer = visit(OCTOBER).get(question);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asString()).isEqualTo("beyond_share");
    }

    @Test
    void emptyParametersWidenNothing() {
        Visit visit = visit(OCTOBER);

        HttpResponse<String> answer = visit.get("overview?platform=&from=&to=");

        // An empty value counts as none, and none is not what was shared.
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visit.get("overview?compare=").body())
                .isEqualTo(visit.get("overview").body());
    }

    @Test
    void aMisspeltParameterIsRefused() {
        assertThat(visit(OCTOBER).get("overview?platfrom=x").statusCode()).isEqualTo(403);
    }

    @Test
    void aQuestionThatCannotBeHeldToAFilterIsNotAnswered() {
        Visit whole = visitOf("{\"page\":\"audience\",\"search\":\"range=last_7_days\"}");
        Visit reels = visitOf("{\"page\":\"audience\",\"search\":\"range=last_7_days&content_type=reel\"}");

        assertThat(whole.get("audience?dimension=geography").statusCode()).isEqualTo(200);
        assertThat(reels.get("audience").statusCode()).isEqualTo(403);
    }

    @Test
    void picturesAreThoseOfThePostsThatWereShared() {
        Visit visit = visit(OCTOBER);

        HttpResponse<String> shown = visit.get("posts/" + LINKEDIN_POST + "/thumbnail");
        assertThat(json(shown).get("code").asString()).isEqualTo("thumbnail_not_found");
        assertThat(visit.get("posts/" + X_POST + "/thumbnail").statusCode()).isEqualTo(403);
        assertThat(visit.get("posts/" + EARLIER_POST + "/thumbnail").statusCode())
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
        Visit visit = visit(OCTOBER);

        // Browsers would not even send it there.
        for (String cookie : List.of("tidemark_visit", "tidemark_session")) {
            assertThat(served.send(served.request(path).header("Cookie", cookie + "=" + visit.token))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(served.send(served.request(path).header("Authorization", "Bearer " + visit.token))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aVisitorChangesNothing(String method) {
        Visit visit = visit(OCTOBER);
        for (String path : List.of("", "/analytics/overview", "/analytics/refresh")) {
            HttpResponse<String> answer =
                    served.send(visit.request(path).method(method, BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isIn(401, 403);
        }
        HttpResponse<String> withBearer = served.send(visit.request("/analytics/refresh")
                .header("Authorization", "Bearer " + served.token())
                .method(method, BodyPublishers.ofString("{}")));
        assertThat(json(withBearer).get("code").asString()).isEqualTo("beyond_share");
    }

    @Test
    void aMemberWhoCameByALinkIsAVisitorThere() {
        Visit visit = visit(OCTOBER);
        String root = served.tokens.issue(served.administrator, Tokens.BEARER_LIFE);

        HttpResponse<String> other = served.send(
                visit.request("/analytics/overview?business_id=2").header("Authorization", "Bearer " + root));
        HttpResponse<String> same =
                served.send(visit.request("/analytics/overview").header("Authorization", "Bearer " + root));
        HttpResponse<String> without = served.send(
                served.request(visit.path("/analytics/overview")).header("Authorization", "Bearer " + root));

        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(json(without).get("code").asString()).isEqualTo("share_over");
    }

    @Test
    void theVisitOfOneLinkOpensNoOther() {
        Visit one = visit(OCTOBER);
        Visit other = visit("range=all");

        HttpResponse<String> answer = served.send(
                served.request(other.path("/analytics/overview")).header("Cookie", "tidemark_visit=" + one.token));

        assertThat(json(answer).get("code").asString()).isEqualTo("share_over");
    }

    @Test
    void afterTheEndNothingIsAnswered() {
        Visit visit = visit(OCTOBER);
        served.clock.advance(Duration.ofDays(30));

        isOver(visit);
    }

    @Test
    void afterItWasTakenBackNothingIsAnswered() {
        Visit visit = visit(OCTOBER);
        HttpResponse<String> revoked = served.send(served.authorised("/api/v1/shares/" + visit.id() + "?business_id=1")
                .DELETE());
        assertThat(revoked.statusCode()).isEqualTo(204);

        isOver(visit);
        assertThat(json(served.get(SHARES)).get("shares").get(0).get("state").asString())
                .isEqualTo("revoked");
    }

    @Test
    void whenItsMakerLeavesNothingIsAnswered() {
        Visit visit = visit(OCTOBER);
        served.registry.removeMember(served.first.id(), served.member.id());

        isOver(visit);
    }

    @Test
    void thePasswordIsAskedForAndGuessingIsSlowedDown() {
        String body = "{\"page\":\"analytics\",\"password\":\"" + PASSWORD + "\"}";
        String token = token(make(body));

        assertThat(json(open(token, null)).get("code").asString()).isEqualTo("password_needed");
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> wrong = open(token, "wrong " + i);
            assertThat(json(wrong).get("code").asString()).isEqualTo("wrong_password");
            assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> waits = open(token, PASSWORD);
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).hasValue("900");

        served.clock.advance(Duration.ofMinutes(15));
        HttpResponse<String> opened = open(token, PASSWORD);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain(PASSWORD);
        assertThat(served.get(SHARES).body()).contains("\"password\":true").doesNotContain(PASSWORD, "$2a$");
    }

    @Test
    void theCookieIsForTheAddressesOfItsLinkOnly() {
        HttpResponse<String> opened = open(token(make("{\"page\":\"analytics\"}")), null);
        String name = json(opened).get("share").asString();

        assertThat(opened.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("tidemark_visit=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/shared/" + name + ";", "Max-Age=43200");
    }

    @Test
    void aFormOfAnotherPageOpensNothing() {
        String token = token(make("{\"page\":\"analytics\"}"));
        HttpResponse<String> answer = served.send(served.request("/api/v1/shared")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void whatIsFrozenKeepsItsInstant() {
        JsonNode share = json(make("{\"page\":\"analytics\",\"search\":\"range=last_7_days\",\"frozen\":true}"))
                .get("share");

        assertThat(share.get("search").asString()).isEqualTo("as_of=2026-11-20T12%3A00%3A00Z&range=last_7_days");
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
        HttpResponse<String> answer = make(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat(problem.get(problem.has("member") ? "member" : "parameter").asString())
                .isEqualTo(parameter);
        assertThat(json(served.get(SHARES)).get("shares").size()).isZero();
    }

    @Test
    void linksOfOtherBusinessesAreOutOfReach() {
        Visit visit = visit(OCTOBER);
        assertThat(served.get("/api/v1/shares?business_id=2").statusCode()).isEqualTo(404);
        assertThat(served.send(post("/api/v1/shares?business_id=2", "{\"page\":\"analytics\"}"))
                        .statusCode())
                .isEqualTo(404);
        String root = served.tokens.issue(served.administrator, Tokens.BEARER_LIFE);
        HttpResponse<String> answer = served.send(served.request("/api/v1/shares/" + visit.id() + "?business_id=2")
                .header("Authorization", "Bearer " + root)
                .DELETE());
        assertThat(json(answer).get("code").asString()).isEqualTo("share_not_found");
    }

    private void isOver(Visit visit) {
        for (HttpResponse<String> answer :
                List.of(visit.get("overview"), served.send(visit.request("")), open(visit.link, null))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).get("code").asString()).isEqualTo("share_over");
        }
    }

    /// Somebody in a browser who opened a link.
    private final class Visit {
        private final String link;
        private final String name;
        private final String token;

        Visit(String link) {
            this.link = link;
            HttpResponse<String> opened = open(link, null);
            name = json(opened).get("share").asString();
            String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
            token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        }

        String id() {
            return name.substring(name.indexOf('.') + 1);
        }

        String path(String below) {
            return "/api/v1/shared/" + name + below;
        }

        HttpRequest.Builder request(String below) {
            return served.request(path(below)).header("Cookie", "tidemark_visit=" + token);
        }

        HttpResponse<String> get(String question) {
            return served.send(request("/analytics/" + question));
        }
    }

    private Visit visit(String search) {
        return visitOf("{\"page\":\"analytics\",\"search\":\"" + search + "\"}");
    }

    private Visit visitOf(String body) {
        return new Visit(token(make(body)));
    }

    private HttpResponse<String> make(String body) {
        return served.send(post(SHARES, body));
    }

    private HttpRequest.Builder post(String path, String body) {
        return served.authorised(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static String token(HttpResponse<String> made) {
        assertThat(made.statusCode()).isEqualTo(201);
        String link = json(made).get("link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    private HttpResponse<String> open(String token, @Nullable String password) {
        String secret = password == null ? "" : ",\"password\":\"" + password + "\"";
        return served.send(served.request("/api/v1/shared")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"" + secret + "}")));
    }

    /// A post of LinkedIn and one of X in October, and one of LinkedIn before.
    private static Frame frame() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PostFrame.Builder posts = PostFrame.builder(3);
        add(posts, EARLIER_POST, 0, "2026-09-30", 1000);
        add(posts, LINKEDIN_POST, 0, "2026-10-10", 10);
        add(posts, X_POST, 1, "2026-10-11", 100);
        return new Frame(
                1,
                42,
                berlin,
                DayOfWeek.MONDAY,
                null,
                null,
                List.of(
                        new FrameAccount(1, Platform.LINKEDIN, "acme", "Acme", true),
                        new FrameAccount(2, Platform.X, "acme", "Acme", true)),
                posts.build(),
                DayFrame.builder(0).build());
    }

    private static void add(PostFrame.Builder posts, long id, int account, String day, double likes) {
        LocalDate date = LocalDate.parse(day);
        posts.row(
                id,
                account,
                date.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Berlin")).toEpochSecond(),
                Math.toIntExact(date.toEpochDay()),
                ContentType.TEXT,
                Boosted.NO);
        posts.set(Metric.LIKES, likes);
    }
}
