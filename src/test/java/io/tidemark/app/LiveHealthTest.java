package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Over one server; each test has an account of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveHealthTest {
    private static final String HEALTH = "/api/v1/connections/health?business_id=1";
    private static final String BUDGETS = "/api/v1/connections/budgets";

    private ConnectedServer served;
    private BookedAccounts collected;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ConnectedServer(directory);
        collected = new BookedAccounts(served);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void daysAndTroublesOfRunsAreTold() {
        long account = account(connect("101"), "101");
        collected.run(account, SyncRun.Outcome.DONE, null, Duration.ofDays(2));
        collected.run(account, SyncRun.Outcome.FAILED, "unavailable", Duration.ofHours(1));

        JsonNode one = health(account);
        assertThat(one.get("condition").get("state").stringValue()).isEqualTo("troubled");
        assertThat(one.get("condition").get("fault").stringValue()).isEqualTo("unavailable");
        assertThat(one.get("condition").get("since").isNull()).isFalse();
        JsonNode days = one.get("calendar").get("days");
        assertThat(days.size()).isEqualTo(90);
        assertThat(days.get(87).stringValue()).isEqualTo("read");
        assertThat(days.get(86).stringValue()).isEqualTo("before");
        assertThat(days.get(88).stringValue()).isEqualTo("missed");
        assertThat(days.get(89).stringValue()).isEqualTo("open");
        JsonNode run = served.get(runs(account)).get("runs").get(0);
        assertThat(run.get("fault").stringValue()).isEqualTo("unavailable");
        assertThat(run.get("outcome").stringValue()).isEqualTo("failed");
    }

    @Test
    void anAccountThatIsLeftAloneSaysSoAndHasNoNextRun() {
        long connection = connect("102");
        long account = account(connection, "102");
        String path = "/api/v1/connections/" + connection + "/accounts/" + account;
        assertThat(health(account).get("next_run_at").isString()).isTrue();

        served.send(served.member, "POST", path + "/pause?business_id=1", null);
        assertThat(state(account)).isEqualTo("paused");
        assertThat(health(account).get("next_run_at").isNull()).isTrue();
        served.send(served.member, "DELETE", path + "?business_id=1", null);
        assertThat(state(account)).isEqualTo("disconnected");
        served.send(served.member, "DELETE", "/api/v1/connections/" + connection + "?business_id=1", null);
        JsonNode left = health(account);
        assertThat(left.get("condition").get("state").stringValue()).isEqualTo("disconnected");
        assertThat(left.get("connection_id").isNull()).isTrue();
    }

    @Test
    void whatThePlatformRefusesIsToldInWords() {
        long account = account(connect("103"), "103");
        Instant at = served.clock.instant().minus(Duration.ofDays(1));
        SyncBook book = collected.books().runs();
        book.refuse(
                1, account, new SyncBook.Refused("feed", "FEED/IMAGE", "post_videoViews", new Told("No.", null), at));
        book.refuse(
                1,
                account,
                new SyncBook.Refused("own", "day", SyncBook.Refused.ALL, new Told("Not agreed to.", null), at));

        JsonNode missing = health(account).get("missing");
        assertThat(missing.get(0).get("metric").stringValue()).isEqualTo("post video views");
        assertThat(missing.get(0).get("of").stringValue()).isEqualTo("feed image");
        assertThat(missing.get(1).get("metric").isNull()).isTrue();
        assertThat(missing.get(1).get("route").stringValue()).isEqualTo("own");
        assertThat(missing.get(1).get("said").stringValue()).isEqualTo("Not agreed to.");
    }

    @Test
    void whatLimitsLeaveIsToldOfTheSignInAlone() {
        long connection = connect("104");
        long account = account(connection, "104");
        Instant now = served.clock.instant();
        String own = CallGates.signIn(1, connection);
        CallGates gates = collected.books().gates();
        gates.tell(new CallGates.Used(own, 0.2, null, now.minus(Duration.ofMinutes(9))));
        gates.tell(new CallGates.Used(own, 0.4, null, now));
        gates.tell(new CallGates.Used(own, 0.3, null, now.minus(Duration.ofMinutes(5))));
        gates.tell(new CallGates.Used(own + " GET /media", 0.9, now.plusSeconds(60), now));
        gates.tell(new CallGates.Used(own + " GET /over", 0.9, now.minusSeconds(1), now));
        gates.tell(new CallGates.Used(own + "0", 0.7, null, now));
        gates.close(new CallGates.Closed(own, now.plusSeconds(90), new Told("Slow down.", null)), now);

        JsonNode limits = health(account).get("limits");
        assertThat(limits.get("used")).hasSize(2);
        JsonNode whole = limits.get("used").get(0);
        assertThat(whole.get("of").stringValue()).isEqualTo("sign_in");
        assertThat(whole.get("endpoint").isNull()).isTrue();
        assertThat(whole.get("share").doubleValue()).isEqualTo(0.4);
        assertThat(limits.get("used").get(1).get("endpoint").stringValue()).isEqualTo("GET /media");
        assertThat(limits.get("closed")).hasSize(1);
        assertThat(limits.get("closed").get(0).get("said").stringValue()).isEqualTo("Slow down.");
    }

    @Test
    void callsAndMoneyStandAgainstTheBudget() {
        LocalDate today = LocalDate.ofInstant(served.clock.instant(), ZoneOffset.UTC);
        SpendBook spend = collected.books().spend();
        spend.add(1, Platform.X, new SpendBook.Spent(today, "tweets", 3, 1, 200, 1_000_000));
        spend.add(1, Platform.X, new SpendBook.Spent(today.minusDays(1), "tweets", 5, 0, 100, 500_000));

        assertThat(put("null", "12.5").statusCode()).isEqualTo(204);
        JsonNode platform = platform("x");
        assertThat(platform.get("calls_today").longValue()).isEqualTo(3);
        assertThat(platform.get("failed_today").longValue()).isEqualTo(1);
        assertThat(platform.get("resources_this_month").longValue()).isEqualTo(300);
        assertThat(platform.get("dollars_this_month").doubleValue()).isEqualTo(1.5);
        assertThat(platform.get("dollars_forecast").doubleValue()).isGreaterThan(1.5);
        assertThat(platform.get("budget").get("calls_per_day").isNull()).isTrue();
        assertThat(platform.get("budget").get("dollars_per_month").doubleValue())
                .isEqualTo(12.5);

        assertThat(put("100", "null").statusCode()).isEqualTo(204);
        assertThat(platform("x").get("budget").get("dollars_per_month").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1    | null  | calls_per_day     | is a whole number from 0 to 1,000,000,000, or null for no limit
            1.5   | null  | calls_per_day     | is a whole number
            1e12  | null  | calls_per_day     | from 0 to 1,000,000,000
            "ten" | null  | calls_per_day     | is neither a number nor null
            null  | 0.001 | dollars_per_month | is a number of at most 2 decimals from 0 to 1,000,000,000
            null  | -0.01 | dollars_per_month | from 0 to 1,000,000,000
            """)
    void aBadBudgetIsRefusedInClearWords(String calls, String dollars, String member, String words) {
        JsonNode problem = json(400, put(calls, dollars));
        assertThat(problem.get("member").stringValue()).isEqualTo(member);
        assertThat(problem.get("detail").stringValue()).startsWith(member).contains(words);
    }

    @Test
    void aBudgetNamesBothLimitsAndAPlatform() {
        assertThat(refusal("{\"business_id\": 1, \"platform\": \"x\", \"calls_per_day\": 1}"))
                .isEqualTo("The member dollars_per_month is missing.");
        assertThat(refusal("{\"business_id\": 1, \"calls_per_day\": 1, \"dollars_per_month\": null}"))
                .isEqualTo("The member platform is missing.");
        assertThat(refusal(
                        "{\"business_id\": 1, \"platform\": \"y\", \"calls_per_day\": 1, \"dollars_per_month\": null}"))
                .contains("'y'")
                .contains("instagram");
    }

    @Test
    void othersSeeAndSetNothing() {
        long account = account(connect("105"), "105");
        String budget =
                "{\"business_id\": 1, \"platform\": \"threads\", \"calls_per_day\": 1, \"dollars_per_month\": null}";
        assertThat(served.send(served.stranger, "GET", HEALTH, null).statusCode())
                .isEqualTo(404);
        assertThat(served.send(served.stranger, "GET", runs(account), null).statusCode())
                .isEqualTo(404);
        assertThat(served.send(served.stranger, "PUT", BUDGETS, budget).statusCode())
                .isEqualTo(404);
        assertThat(collected.books().spend().budgets(1)).doesNotContainKey(Platform.THREADS);
        assertThat(json(404, served.send(served.member, "GET", runs(999_999), null))
                        .get("code")
                        .stringValue())
                .isEqualTo("account_not_found");
    }

    @Test
    void theDescriptionNamesWhatIsAnswered() {
        long account = account(connect("106"), "106");
        collected.run(account, SyncRun.Outcome.DONE, null, Duration.ofHours(1));
        JsonNode schemas = served.get("/v3/api-docs").get("components").get("schemas");
        JsonNode health = served.get(HEALTH);

        assertDescribed(schemas, "LiveHealth", health);
        assertDescribed(schemas, "AccountHealth", health(account));
        assertDescribed(schemas, "AccountCondition", health(account).get("condition"));
        assertDescribed(schemas, "PlatformSpend", health.get("platforms").get(0));
        assertDescribed(
                schemas, "SyncRun", served.get(runs(account)).get("runs").get(0));
    }

    private static void assertDescribed(JsonNode schemas, String name, JsonNode answered) {
        assertThat(schemas.get(name).get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(answered.propertyNames());
    }

    private String refusal(String body) {
        return json(400, served.send(served.member, "PUT", BUDGETS, body))
                .get("detail")
                .stringValue();
    }

    private HttpResponse<String> put(String calls, String dollars) {
        return served.send(served.member, "PUT", BUDGETS, """
                {"business_id": 1, "platform": "x", "calls_per_day": %s, "dollars_per_month": %s}
                """.formatted(calls, dollars));
    }

    /// A sign-in that opens one account.
    private long connect(String externalId) {
        served.platform.accounts = BookedAccounts.offered(externalId, "acme." + externalId, "Acme " + externalId);
        return served.connect("");
    }

    private long account(long connection, String externalId) {
        return collected.choose(connection, externalId);
    }

    private static String runs(long account) {
        return "/api/v1/connections/accounts/" + account + "/runs?business_id=1";
    }

    private JsonNode health(long account) {
        return one(served.get(HEALTH).get("accounts"), "account_id", Long.toString(account));
    }

    private String state(long account) {
        return health(account).get("condition").get("state").stringValue();
    }

    private JsonNode platform(String key) {
        return one(served.get(HEALTH).get("platforms"), "platform", key);
    }

    private static JsonNode one(JsonNode all, String member, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(node -> node.get(member).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
