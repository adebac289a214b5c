package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static io.tidemark.app.ConnectedServer.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.FakePlatform;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.User;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// From "Connect" to accounts that are collected, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {
    private static final String CONNECTIONS = "/api/v1/connections";
    private static final String OF_FIRST = "?business_id=1";

    private ConnectedServer served;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ConnectedServer(directory);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aPersonSignsInChoosesAccountsPausesAndDisconnectsThem() {
        long connection = served.connect("");

        JsonNode made = find(connection);
        assertThat(made.get("title").stringValue()).isEqualTo("Acme, Acme Hidden");
        assertThat(made.get("login_title").stringValue()).isEqualTo("Fakebook");
        assertThat(made.get("status").stringValue()).isEqualTo("good");
        assertThat(made.get("advice").isNull()).isTrue();
        assertThat(made.get("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
        assertThat(made.get("days_left").longValue()).isEqualTo(180);
        assertThat(made.get("accounts").size()).isZero();

        String accounts = CONNECTIONS + "/" + connection + "/accounts";
        JsonNode offers = served.get(accounts + OF_FIRST).get("accounts");
        assertThat(offers.get(0).get("external_id").stringValue()).isEqualTo("101");
        assertThat(offers.get(0).get("obstacle").isNull()).isTrue();
        assertThat(offers.get(0).get("account_id").isNull()).isTrue();
        assertThat(offers.get(1).get("obstacle").stringValue()).startsWith("The account is private");

        long account = json(200, post(accounts, "{\"external_ids\": [\"101\"]}"))
                .get("account_ids")
                .get(0)
                .longValue();
        assertThat(served.get(accounts + OF_FIRST)
                        .get("accounts")
                        .get(0)
                        .get("status")
                        .stringValue())
                .isEqualTo("collecting");
        String one = accounts + "/" + account;
        assertThat(post(one + "/pause", null).statusCode()).isEqualTo(204);
        assertThat(statusOf(connection)).isEqualTo("paused");
        assertThat(post(one + "/resume", null).statusCode()).isEqualTo(204);
        assertThat(statusOf(connection)).isEqualTo("collecting");
        assertThat(delete(one).statusCode()).isEqualTo(204);
        assertThat(statusOf(connection)).isEqualTo("disconnected");
        assertThat(json(404, delete(one)).get("code").stringValue()).isEqualTo("account_not_found");

        assertThat(delete(CONNECTIONS + "/" + connection).statusCode()).isEqualTo(204);
        assertThat(json(404, delete(CONNECTIONS + "/" + connection)).get("code").stringValue())
                .isEqualTo("connection_not_found");
    }

    @Test
    void anAccountThatAFileHasToldOfIsTheSame() {
        AccountKey key =
                new AccountKey(Platform.INSTAGRAM, "acme", "Acme", List.of(new Alias("instagram:handle", "acme")));
        served.ledger
                .ledger()
                .append(
                        1,
                        new SourceSpec(
                                served.ledger.ledger().newId(),
                                SourceSpec.Kind.FILE,
                                "test",
                                "file",
                                "file",
                                served.clock.instant()),
                        sink -> sink.accept(new Observation.OfAccount(
                                key, MetricValues.of(Map.of(Metric.FOLLOWERS, 7.0)), served.clock.instant())),
                        done -> "{}");
        long known = served.ledger.ledger().frame(1).accounts().getFirst().id();
        long connection = served.connect("");

        JsonNode chosen =
                json(200, post(CONNECTIONS + "/" + connection + "/accounts", "{\"external_ids\": [\"101\"]}"));

        assertThat(chosen.get("account_ids").toString()).isEqualTo("[" + known + "]");
    }

    @Test
    void signingInAgainMakesTheSameConnectionGood() {
        long connection = served.connect("");
        served.platform.revoke();
        JsonNode refused = json(
                409, served.send(served.member, "GET", CONNECTIONS + "/" + connection + "/accounts" + OF_FIRST, null));
        assertThat(refused.get("code").stringValue()).isEqualTo("sign_in_again");
        assertThat(refused.get("detail").stringValue()).contains("taken the permission back");
        assertThat(find(connection).get("status").stringValue()).isEqualTo("sign_in_again");
        assertThat(find(connection).get("advice").stringValue()).contains("sign in with Fakebook again");

        assertThat(served.connect(", \"connection_id\": " + connection)).isEqualTo(connection);

        assertThat(find(connection).get("status").stringValue()).isEqualTo("good");
        assertThat(find(connection).get("said").isNull()).isTrue();
    }

    @Test
    void itIsWarnedOfTheEndOfASignIn() {
        long connection = served.connect("");
        served.clock.advance(Duration.ofDays(174));

        assertThat(find(connection).get("status").stringValue()).isEqualTo("ends_soon");
        assertThat(find(connection).get("advice").stringValue()).contains("ends in 6 days");
        served.clock.advance(Duration.ofDays(6));
        assertThat(find(connection).get("status").stringValue()).isEqualTo("sign_in_again");
    }

    @Test
    void aBrowserThatComesWithoutTheSessionIsSentOnceMoreByOurOwnPage() {
        URI back = served.agree(served.begin(served.member, ""));

        HttpResponse<String> page = served.comeBack(null, back);
        assertThat(page.statusCode()).isEqualTo(200);
        String address = page.body()
                .replaceAll("(?s).*content=\"0;url=([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(address).startsWith("/oauth/fake/callback?").endsWith("&once_more=1");
        URI again = URI.create(served.origin() + address);

        assertThat(location(served.comeBack(null, again)).toString())
                .isEqualTo("/dashboard/connections?problem=signed_out");
        assertThat(location(served.comeBack(served.member, again)).toString())
                .startsWith("/dashboard/connections?business=1&connection=");
    }

    @Test
    void whatComesBackIsNeverWrittenIntoThePageAsItIs() {
        HttpResponse<String> page = served.comeBack(
                null, URI.create(served.origin() + "/oauth/fake/callback?state=%22%3E%3Cscript%3E&code=%7Bstate%7D"));

        assertThat(page.body()).doesNotContain("<script").contains("state=%22%3E%3Cscript%3E&amp;code=%7Bstate%7D");
    }

    @Test
    void aWayBackIsTakenOnceByWhoSetOutInTime() {
        URI back = served.agree(served.begin(served.member, ""));
        assertThat(problem(served.stranger, back)).isEqualTo("/dashboard/connections?problem=other_user");
        assertThat(location(served.comeBack(served.member, back)).toString()).contains("connection=");
        assertThat(problem(served.member, back)).isEqualTo("/dashboard/connections?business=1&problem=used");

        URI late = served.agree(served.begin(served.member, ""));
        served.clock.advance(Duration.ofMinutes(10));
        assertThat(problem(served.member, late)).isEqualTo("/dashboard/connections?business=1&problem=expired");
    }

    @ParameterizedTest
    @CsvSource({
        "code=1&state=made-up, unknown_sign_in",
        "code=1&state=, unknown_sign_in",
        "code=1, unknown_sign_in",
        "error=access_denied&state=$STATE, denied",
        "error=user_cancelled_login&state=$STATE, denied",
        "error=invalid_scope&state=$STATE, app_refused",
        "state=$STATE, app_refused",
        "code=not-a-code&state=$STATE, code_refused",
    })
    void aBadWayBackEndsOnThePageWithAReason(String query, String problem) {
        String url = served.begin(served.member, "");
        String state = url.replaceAll(".*&state=([^&]*).*", "$1");
        assertThat(state.length()).as("X takes no longer ones").isLessThanOrEqualTo(500);

        URI back = URI.create(served.origin() + "/oauth/fake/callback?" + query.replace("$STATE", state));

        assertThat(problem(served.member, back)).endsWith("problem=" + problem);
        assertThat(problem(served.member, URI.create(back.toString().replace("/fake/", "/other/"))))
                .endsWith("problem=unknown_sign_in");
    }

    @Test
    void whatThePlatformRefusesAtTheEndIsTold() {
        for (Map.Entry<Answer, String> refusal : Map.of(
                        Answer.json(401, "{\"error\": \"invalid_client\"}"), "app_refused",
                        Answer.json(500, "{}"), "platform_failed",
                        Answer.html("<p>"), "platform_failed")
                .entrySet()) {
            URI back = served.agree(served.begin(served.member, ""));
            served.platform.refusal = refusal.getKey();
            try {
                assertThat(problem(served.member, back)).endsWith("problem=" + refusal.getValue());
            } finally {
                served.platform.refusal = null;
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"login\": \"fake\"}                                            | 400 | bad_body",
                "{\"business_id\": \"1\", \"login\": \"fake\"}                    | 400 | bad_body",
                "{\"business_id\": 1}                                             | 400 | bad_body",
                "{\"business_id\": 1, \"login\": \"myspace\"}                     | 400 | bad_parameter",
                "{\"business_id\": 1, \"login\": \"fake\", \"connection_id\": 99} | 404 | connection_not_found",
                "{\"business_id\": 2, \"login\": \"fake\"}                        | 404 | business_not_found"
            })
    void aBadBeginningIsRefused(String body, int status, String code) {
        assertThat(json(status, post(CONNECTIONS, body)).get("code").stringValue())
                .isEqualTo(code);
    }

    @Test
    void aBadChoiceIsRefused() {
        String accounts = CONNECTIONS + "/" + served.connect("") + "/accounts";

        assertThat(code(409, post(accounts, "{\"external_ids\": [\"999\"]}"))).isEqualTo("account_not_offered");
        assertThat(code(409, post(accounts, "{\"external_ids\": [\"101\", \"102\"]}")))
                .isEqualTo("account_not_offered");
        assertThat(code(400, post(accounts, "{\"external_ids\": []}"))).isEqualTo("bad_body");
        served.platform.accounts = "no JSON";
        try {
            assertThat(code(503, post(accounts, "{\"external_ids\": [\"101\"]}")))
                    .isEqualTo("platform_unavailable");
        } finally {
            served.platform.accounts = FakePlatform.ACCOUNTS;
        }
    }

    @Test
    void repliesAreAskedForWhereThePlatformListsThem() {
        List<Listing> plain = served.platform.listings;
        long connection = served.connect("");
        String accounts = CONNECTIONS + "/" + connection + "/accounts";
        long account = json(200, post(accounts, "{\"external_ids\": [\"101\"]}"))
                .get("account_ids")
                .get(0)
                .longValue();
        String replies = accounts + "/" + account + "/replies";

        HttpResponse<String> refused = put(replies, "{\"collect\": true}");
        assertThat(code(409, refused)).isEqualTo("replies_not_listed");
        assertThat(refused.body()).contains("Instagram lists no replies");
        assertThat(repliesOf(connection).isNull()).isTrue();

        served.platform.listings = List.of(plain.getFirst(), new Listing("replies", true, true, false, false, true));
        try {
            assertThat(repliesOf(connection).booleanValue()).isFalse();
            assertThat(put(replies, "{\"collect\": true}").statusCode()).isEqualTo(204);
            assertThat(repliesOf(connection).booleanValue()).isTrue();
            assertThat(put(replies, "{\"collect\": false}").statusCode()).isEqualTo(204);
            assertThat(repliesOf(connection).booleanValue()).isFalse();
            assertThat(code(400, put(replies, "{}"))).isEqualTo("bad_body");
            assertThat(code(400, put(replies, "{\"collect\": \"yes\"}"))).isEqualTo("bad_body");
            assertThat(code(404, put(accounts + "/99/replies", "{\"collect\": true}")))
                    .isEqualTo("account_not_found");
            assertThat(delete(accounts + "/" + account).statusCode()).isEqualTo(204);
            assertThat(code(404, put(replies, "{\"collect\": true}"))).isEqualTo("account_not_found");
        } finally {
            served.platform.listings = plain;
        }
    }

    @Test
    void anotherBusinesssConnectionsDoNotExist() {
        long connection = served.connect("");
        for (String path : List.of("", "/" + connection, "/" + connection + "/accounts")) {
            String method = path.equals("/" + connection) ? "DELETE" : "GET";
            HttpResponse<String> answer = served.send(served.stranger, method, CONNECTIONS + path + OF_FIRST, null);
            assertThat(code(404, answer)).isEqualTo("business_not_found");
        }
        assertThat(find(connection).get("status").stringValue()).isEqualTo("good");
    }

    @Test
    void platformsSayWhatIsToBeRegistered() {
        JsonNode platform =
                served.get(CONNECTIONS + "/platforms").get("platforms").get(0);

        assertThat(platform.get("ready").booleanValue()).isTrue();
        assertThat(platform.get("simulated").booleanValue()).isFalse();
        assertThat(platform.get("redirect_uri").stringValue()).isEqualTo(served.origin() + "/oauth/fake/callback");
        assertThat(platform.get("platforms").toString()).isEqualTo("[\"instagram\"]");
        assertThat(platform.get("missing").size()).isZero();
    }

    private JsonNode find(long connection) {
        for (JsonNode one : served.get(CONNECTIONS + OF_FIRST).get("connections")) {
            if (one.get("connection_id").longValue() == connection) {
                return one;
            }
        }
        throw new AssertionError("No connection " + connection);
    }

    private String statusOf(long connection) {
        return find(connection).get("accounts").get(0).get("status").stringValue();
    }

    private String problem(User user, URI back) {
        return location(served.comeBack(user, back)).toString();
    }

    private HttpResponse<String> post(String path, @Nullable String body) {
        return served.send(served.member, "POST", path.equals(CONNECTIONS) ? path : path + OF_FIRST, body);
    }

    private JsonNode repliesOf(long connection) {
        return find(connection).get("accounts").get(0).get("replies");
    }

    private HttpResponse<String> put(String path, String body) {
        return served.send(served.member, "PUT", path + OF_FIRST, body);
    }

    private HttpResponse<String> delete(String path) {
        return served.send(served.member, "DELETE", path + OF_FIRST, null);
    }

    private static String code(int status, HttpResponse<String> answer) {
        return json(status, answer).get("code").stringValue();
    }
}
