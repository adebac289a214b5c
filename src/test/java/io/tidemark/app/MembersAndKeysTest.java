package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.serve.http.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Who and what may call, from the request down to PostgreSQL and back.
class MembersAndKeysTest {
    private static final String MEMBERS = "/members?business_id=1";
    private static final String KEYS = "/keys?business_id=1";
    private static final String READER = "{\"name\":\"Sheet\",\"scope\":\"read\"}";

    @TempDir
    private Path directory;

    private ServedLedger served;

    @BeforeEach
    void start() {
        served = new ServedLedger(directory);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void somebodyNewSignsInWithAPasswordThatIsToldOnceAndChoosesAnother() {
        HttpResponse<String> added = post(MEMBERS, "{\"email\":\" Ana@Example.com \"}");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).get("member").get("email").asString()).isEqualTo("ana@example.com");
        assertThat(json(added).get("member").get("role").asString()).isEqualTo("member");
        String password = json(added).get("password").asString();
        assertThat(password).hasSize(20);
        assertThat(served.get(MEMBERS).toString()).contains("ana@example.com").doesNotContain(password);
        Map<String, String> session = signIn("ana@example.com", password);

        HttpResponse<String> refused = choose(session, password, "short");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("member").asString()).isEqualTo("password");
        HttpResponse<String> wrong = choose(session, "not the password", "a much longer one");
        assertThat(json(wrong).get("member").asString()).isEqualTo("current");
        HttpResponse<String> changed = choose(session, password, "a much longer one");
        assertThat(changed.statusCode()).isEqualTo(204);
        Map<String, String> renewed = cookies(changed);
        assertThat(me(session).statusCode()).isEqualTo(401);
        assertThat(me(renewed).statusCode()).isEqualTo(200);
        assertThat(signIn("ana@example.com", "a much longer one")).isNotEmpty();
    }

    @Test
    void somebodyWhoIsKnownIsAddedOnceWithoutAPassword() {
        served.tokenOfMember();

        HttpResponse<String> added = post(MEMBERS, "{\"email\":\"member@example.com\",\"role\":\"owner\"}");

        assertThat(json(added).get("password").isNull()).isTrue();
        assertThat(json(added).get("member").get("role").asString()).isEqualTo("owner");
        assertThat(code(post(MEMBERS, "{\"email\":\"member@example.com\"}"))).isEqualTo("member_exists");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"email":"nobody"} | email
            {} | email
            {"email":"a@example.com","role":"king"} | role
            {"email":"a@example.com","rank":1} | rank
            """)
    void whatIsRefusedNamesItsMember(String body, String member) {
        HttpResponse<String> answer = post(MEMBERS, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat((problem.has("member") ? problem.get("member") : problem.get("parameter")).asString())
                .isEqualTo(member);
        assertThat(served.get(MEMBERS).get("members")).isEmpty();
    }

    @Test
    void aBusinessKeepsAnOwner() {
        String token = served.tokenOfMember(1);
        long user = member(0);
        assertThat(code(served.send("POST", MEMBERS, "{\"email\":\"b@example.com\"}", token)))
                .isEqualTo("owners_only");

        assertThat(patch(user, "owner").statusCode()).isEqualTo(200);
        assertThat(served.send("POST", MEMBERS, "{\"email\":\"b@example.com\"}", token)
                        .statusCode())
                .isEqualTo(201);
        assertThat(code(patch(user, "member"))).isEqualTo("last_owner");
        assertThat(code(served.send("DELETE", "/members/" + user + "?business_id=1", null, token)))
                .isEqualTo("last_owner");

        long other = member(1);
        assertThat(patch(other, "owner").statusCode()).isEqualTo(200);
        assertThat(served.send("DELETE", "/members/" + user + "?business_id=1", null, token)
                        .statusCode())
                .isEqualTo(204);
        assertThat(served.ask("/accounts?business_id=1", token).statusCode()).isEqualTo(404);
        assertThat(code(patch(user, "owner"))).isEqualTo("member_not_found");
    }

    @Test
    void twoOwnersWhoLeaveAtOnceLeaveOne() throws InterruptedException, ExecutionException {
        served.tokenOfMember(1);
        post(MEMBERS, "{\"email\":\"b@example.com\",\"role\":\"owner\"}");
        List<Long> users = served.get(MEMBERS)
                .get("members")
                .valueStream()
                .map(one -> one.get("user_id").asLong())
                .toList();
        users.forEach(user -> patch(user, "owner"));

        CountDownLatch ready = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long user : users) {
                answers.add(both.submit(() -> {
                    ready.await();
                    return served.send("DELETE", "/members/" + user + "?business_id=1", null, served.token())
                            .statusCode();
                }));
            }
            ready.countDown();
        }

        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void aKeyOpensItsBusinessUntilItIsEndedAndIsToldOnce() {
        HttpResponse<String> made = post(KEYS, "{\"name\":\"Importer\",\"scope\":\"write\",\"days\":30}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        String secret = json(made).get("secret").asString();
        long id = json(made).get("key").get("key_id").asLong();
        served.fixture().directory().createBusiness("Other", ZoneOffset.UTC, DayOfWeek.MONDAY, false);

        assertThat(served.ask("/accounts?business_id=1", secret).statusCode()).isEqualTo(200);
        assertThat(served.ask("/accounts?business_id=2", secret).statusCode()).isEqualTo(404);
        assertThat(json(served.ask("/businesses", secret)).get("businesses")).hasSize(1);
        assertThat(served.send("POST", "/labels?business_id=1", "{\"kind\":\"campaign\",\"name\":\"Spring\"}", secret)
                        .statusCode())
                .isEqualTo(201);
        JsonNode listed = served.get(KEYS).get("keys").get(0);
        assertThat(listed.get("last_used_at").isNull()).isFalse();
        assertThat(listed.get("state").asString()).isEqualTo("good");
        assertThat(listed.toString()).doesNotContain(secret);
        assertThat(secret).startsWith(listed.get("beginning").asString()).hasSizeGreaterThan(45);

        assertThat(served.send("DELETE", "/keys/" + id + "?business_id=1", null, served.token())
                        .statusCode())
                .isEqualTo(204);
        assertThat(served.ask("/accounts?business_id=1", secret).statusCode()).isEqualTo(401);
        assertThat(served.get(KEYS).get("keys").get(0).get("state").asString()).isEqualTo("revoked");
    }

    @Test
    void aKeyForReadingChangesNothing() {
        String secret = json(post(KEYS, READER)).get("secret").asString();

        assertThat(served.ask("/labels?business_id=1", secret).statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                served.send("POST", "/labels?business_id=1", "{\"kind\":\"campaign\",\"name\":\"Spring\"}", secret);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("key_only_reads");
        assertThat(json(served.ask("/labels?business_id=1")).get("labels")).isEmpty();
    }

    @Test
    void aKeyForReadingTakesAPageAsAnArchive() {
        String secret = json(post(KEYS, READER)).get("secret").asString();
        String page =
                "{\"title\":\"Platforms\",\"panels\":[{\"title\":\"Totals\",\"question\":\"overview?range=last_7_days\"}]}";

        HttpResponse<String> archive = served.send("POST", "/analytics/export/page?business_id=1", page, secret);
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Type")).hasValue("application/zip");
    }

    @Test
    void aKeyGivesNoRightsAwayAndNothingAboveItsBusiness() {
        String secret = json(post(KEYS, "{\"name\":\"All\",\"scope\":\"write\"}"))
                .get("secret")
                .asString();

        assertThat(code(served.send("POST", KEYS, READER, secret))).isEqualTo("people_only");
        assertThat(code(served.send("POST", MEMBERS, "{\"email\":\"x@example.com\"}", secret)))
                .isEqualTo("people_only");
        assertThat(code(served.send(
                        "POST", "/auth/password", "{\"current\":\"a\",\"password\":\"bbbbbbbbbb\"}", secret)))
                .isEqualTo("people_only");
        assertThat(code(served.send("POST", "/views?business_id=1", "{}", secret)))
                .isEqualTo("people_only");
        String report = json(served.send("POST", "/reports?business_id=1", """
                        {"title":"May","from":"2026-05-01","to":"2026-05-31","sections":[{"panel":"metrics"}]}""", secret))
                .get("report_id")
                .asString();
        assertThat(code(served.send(
                        "PUT",
                        "/reports/" + report + "/schedule?business_id=1",
                        "{\"every\":\"month\",\"link\":\"share\"}",
                        secret)))
                .isEqualTo("people_only");
        assertThat(code(served.send("POST", "/businesses", "{\"name\":\"N\",\"time_zone\":\"UTC\"}", secret)))
                .isEqualTo("administrators_only");
    }

    @Test
    void aKeyIsGoodNoLongerThanItsMakersMembershipAndItsDays() {
        String token = served.tokenOfMember(1);
        String secret =
                json(served.send("POST", KEYS, READER, token)).get("secret").asString();
        String week = json(served.send("POST", KEYS, "{\"name\":\"Week\",\"scope\":\"read\",\"days\":7}", token))
                .get("secret")
                .asString();
        served.clock().advance(Duration.ofDays(7));
        assertThat(served.ask("/labels?business_id=1", week).statusCode()).isEqualTo(401);
        assertThat(served.ask("/labels?business_id=1", secret).statusCode()).isEqualTo(200);

        served.send("DELETE", "/members/" + member(0) + "?business_id=1", null, served.token());
        assertThat(served.ask("/labels?business_id=1", secret).statusCode()).isEqualTo(401);
    }

    @Test
    void membersEndTheirOwnKeysAndOwnersAll() {
        String token = served.tokenOfMember(1);
        long ours = json(post(KEYS, READER)).get("key").get("key_id").asLong();
        long theirs = json(served.send("POST", KEYS, READER, token))
                .get("key")
                .get("key_id")
                .asLong();

        assertThat(code(served.send("DELETE", "/keys/" + ours + "?business_id=1", null, token)))
                .isEqualTo("owners_only");
        assertThat(served.send("DELETE", "/keys/" + theirs + "?business_id=1", null, token)
                        .statusCode())
                .isEqualTo(204);
        assertThat(code(served.send("DELETE", "/keys/77?business_id=1", null, token)))
                .isEqualTo("key_not_found");
    }

    @Test
    void aBadKeyIsRefusedEvenBesideAGoodSession() {
        String password = json(post(MEMBERS, "{\"email\":\"ana@example.com\"}"))
                .get("password")
                .asString();
        Map<String, String> session = signIn("ana@example.com", password);
        assertThat(me(session).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = served.anonymously(
                "GET",
                "/auth/me",
                "",
                "Authorization",
                "Bearer tmk_1_" + "a".repeat(43),
                "Cookie",
                "tidemark_session=" + session.getOrDefault("tidemark_session", ""));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void administratorsMakeBusinesses() {
        String member = served.tokenOfMember(1);
        String body = "{\"name\":\"Bakery\",\"time_zone\":\"Europe/Paris\",\"week_start\":\"sunday\"}";
        assertThat(code(served.send("POST", "/businesses", body, member))).isEqualTo("administrators_only");

        HttpResponse<String> made = post("/businesses", body);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).get("time_zone").asString()).isEqualTo("Europe/Paris");
        long id = json(made).get("business_id").asLong();
        assertThat(served.get("/members?business_id=" + id)
                        .get("members")
                        .get(0)
                        .get("role")
                        .asString())
                .isEqualTo("owner");
        assertThat(code(post("/businesses", body))).isEqualTo("name_taken");
        assertThat(json(post("/businesses", "{\"name\":\"B\"}"))
                        .get("parameter")
                        .asString())
                .isEqualTo("time_zone");
        assertThat(json(post("/businesses", "{\"name\":\"B\",\"time_zone\":\"Mars/Base\"}"))
                        .get("parameter")
                        .asString())
                .isEqualTo("time_zone");
    }

    private long member(int index) {
        return served.get(MEMBERS).get("members").get(index).get("user_id").asLong();
    }

    private HttpResponse<String> post(String path, String body) {
        return served.send("POST", path, body, served.token());
    }

    private HttpResponse<String> patch(long user, String role) {
        return served.send(
                "PATCH", "/members/" + user + "?business_id=1", "{\"role\":\"" + role + "\"}", served.token());
    }

    private Map<String, String> signIn(String email, String password) {
        HttpResponse<String> answer = served.anonymously(
                "POST", "/auth/sign-in", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
        assertThat(answer.statusCode()).isEqualTo(200);
        return cookies(answer);
    }

    private HttpResponse<String> choose(Map<String, String> session, String current, String wanted) {
        return served.anonymously(
                "POST",
                "/auth/password",
                "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, wanted),
                "Cookie",
                "tidemark_session=" + session.getOrDefault("tidemark_session", ""),
                "X-XSRF-TOKEN",
                session.getOrDefault("XSRF-TOKEN", ""));
    }

    private HttpResponse<String> me(Map<String, String> session) {
        return served.anonymously(
                "GET", "/auth/me", "", "Cookie", "tidemark_session=" + session.getOrDefault("tidemark_session", ""));
    }

    private static Map<String, String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    private static String code(HttpResponse<String> answer) {
        return json(answer).get("code").asString();
    }
}
