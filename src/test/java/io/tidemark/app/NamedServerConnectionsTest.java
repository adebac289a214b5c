package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static io.tidemark.app.ConnectedServer.location;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.mastodon.MastodonConnector;
import io.tidemark.collect.connector.mastodon.MastodonLogin;
import io.tidemark.collect.connector.mastodon.MastodonPublic;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator.Trouble;
import io.tidemark.collect.simulator.mastodon.Version;
import io.tidemark.testing.ConsentForm;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Connecting accounts of servers that people name, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedServerConnectionsTest {
    private static final String CONNECTIONS = "/api/v1/connections";
    private static final String ACME = "social.example/109300000000000001";

    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final World world = new World(3, clock, Duration.ofDays(2));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.tidemark");
    private final MastodonSimulator server = new MastodonSimulator(world, clock);
    private final MastodonSimulator other = new MastodonSimulator(world, clock);
    private int callsBefore;
    private int appsBefore;
    private ConnectedServer served;

    @BeforeAll
    void start(@TempDir Path directory) {
        world.add(new AccountPlan(
                ACME, "acme@social.example", "Acme", 1, Duration.ofDays(3), 320, MastodonSimulator.kinds()));
        server.start();
        other.start();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "servers",
                "https://social.example=" + server.address() + ",https://another.example=" + other.address()));
        MastodonConnector mastodon = new MastodonConnector(settings, clock);
        ConnectorSettings open = ConnectorSettings.DEFAULT;
        served = new ConnectedServer(
                directory,
                List.of(
                        new MastodonLogin(settings, mastodon, clock),
                        new MastodonPublic(open, new MastodonConnector(open, clock))));
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    /// By then it is not remembered any more which apps were registered.
    @BeforeEach
    void later() {
        clock.advance(Duration.ofHours(1));
        server.trouble(Trouble.NONE);
        server.version(Version.V4_5);
        callsBefore = calls(server) + calls(other);
        appsBefore = apps();
    }

    @AfterAll
    void stop() {
        root.detachAppender(log);
        root.setLevel(null);
        served.close();
        server.close();
        other.close();
    }

    private static int calls(MastodonSimulator which) {
        return which.counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    private int apps() {
        return server.counts().getOrDefault("POST /api/v1/apps", 0);
    }

    @Test
    void aPersonNamesAServerAgreesThereAndChoosesTheAccount() {
        long connection = connected(begin("social.example"));

        JsonNode made = find(connection);
        assertThat(made.get("title").stringValue()).isEqualTo("Acme");
        assertThat(made.get("scopes").toString()).isEqualTo("[\"read:accounts\",\"read:statuses\"]");
        assertThat(made.get("ends_at").isNull()).as("tokens do not end").isTrue();
        String accounts = CONNECTIONS + "/" + connection + "/accounts";
        JsonNode offered = served.get(accounts + "?business_id=1").get("accounts");
        assertThat(offered.size()).isEqualTo(1);
        assertThat(offered.get(0).get("external_id").stringValue()).isEqualTo(ACME);
        assertThat(offered.get(0).get("handle").stringValue()).isEqualTo("acme@social.example");
        json(200, post(accounts, "{\"external_ids\": [\"" + ACME + "\"]}"));
        assertThat(apps() - appsBefore).isEqualTo(1);
    }

    /// Ids of accounts are of their server alone.
    @Test
    void accountsOfTwoServersWithTheSameNumberAreTwo() {
        for (String name : List.of("social.example", "another.example")) {
            String accounts = CONNECTIONS + "/" + connected(begin(name)) + "/accounts";
            String id = name + "/109300000000000001";
            json(200, post(accounts, "{\"external_ids\": [\"" + id + "\"]}"));
        }

        Set<String> accounts = new HashSet<>();
        for (JsonNode one : served.get(CONNECTIONS + "?business_id=1").get("connections")) {
            one.get("accounts")
                    .forEach(account -> accounts.add(account.get("handle").stringValue()));
        }
        assertThat(accounts).containsExactlyInAnyOrder("acme@social.example", "acme@another.example");
    }

    @Test
    void anAppIsRegisteredOnceForPeopleWhoComeOneAfterAnother() {
        connected(begin("social.example"));
        connected(begin("https://Social.Example/"));

        assertThat(apps() - appsBefore).isEqualTo(1);
    }

    @Test
    void serversThatKnowNoProofKeysAreAskedWithout() {
        server.version(Version.V4_2);
        String address = begin("social.example");

        assertThat(address).doesNotContain("code_challenge");
        assertThat(connected(address)).isPositive();
        assertThat(begin("another.example")).contains("code_challenge_method=S256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a server",
                "http://social.example",
                "social.example/path",
                "user@social.example",
                "elsewhere.example"
            })
    void aServerThatCannotBeIsRefusedByItsField(String typed) {
        JsonNode refused = json(400, wanted("mastodon", "server", typed));

        assertThat(refused.get("member").stringValue()).isEqualTo("fields.server");
        assertThat(calls(server) + calls(other)).isEqualTo(callsBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@me@localhost", "@me@127.0.0.1", "@me@[::1]", "@me@10.0.0.7:3000", "me", "@me@"})
    void anAccountOfThisNetworkIsRefusedByItsField(String typed) {
        JsonNode refused = json(400, wanted("mastodon_public", "account", typed));

        assertThat(refused.get("member").stringValue()).isEqualTo("fields.account");
    }

    @Test
    void aServerThatIsNoMastodonSaysSo() {
        server.trouble(Trouble.NO_MASTODON);
        JsonNode refused = json(409, wanted("mastodon", "server", "social.example"));

        assertThat(refused.get("code").stringValue()).isEqualTo("login_app_refused");
        assertThat(refused.get("detail").stringValue()).contains("social.example did not register an app");
    }

    @Test
    void aServerThatTakesNoAppsSaysWhy() {
        server.trouble(Trouble.TAKES_NO_APPS);
        JsonNode refused = json(409, wanted("mastodon", "server", "social.example"));

        assertThat(refused.get("code").stringValue()).isEqualTo("login_app_refused");
        assertThat(refused.get("detail").stringValue()).contains("This action is not allowed");
    }

    @Test
    void aServerThatSendsCallsElsewhereIsNotFollowed() {
        int before = calls(other);
        server.moveTo(other.address());
        try {
            JsonNode refused = json(409, wanted("mastodon", "server", "social.example"));

            assertThat(refused.get("detail").stringValue()).contains("status 302");
            assertThat(calls(other)).isEqualTo(before);
        } finally {
            server.moveTo(null);
        }
    }

    @Test
    void aCodeThatIsNotTakenEndsOnThePageWithAReason() {
        URI back = agreed(begin("social.example"));
        URI wrong = URI.create(back.toString().replaceFirst("code=[^&]*", "code=made-up"));

        assertThat(problem(wrong)).isEqualTo("/dashboard/connections?business=1&problem=code_refused");
    }

    @Test
    void aPersonWhoDoesNotAgreeIsToldSo() {
        URI back = ConsentForm.answer(URI.create(begin("social.example")), ACME, "deny");

        assertThat(problem(back)).endsWith("problem=denied");
    }

    @Test
    void aPermissionThatIsMissingEndsTheSignIn() {
        URI back = agreed(begin("social.example"));
        server.trouble(Trouble.SCOPE_MISSING);

        assertThat(problem(back)).endsWith("problem=code_refused");
    }

    @Test
    void anAppThatTheServerHasForgottenIsRegisteredAgain() {
        URI back = agreed(begin("social.example"));
        server.forgetApps();

        assertThat(problem(back)).as("to be begun anew").endsWith("problem=code_refused");
        assertThat(connected(begin("social.example"))).isPositive();
        assertThat(apps() - appsBefore).isEqualTo(2);
    }

    @Test
    void neitherTheAppsSecretNorTokensAreToldToAnybody() {
        long connection = connected(begin("social.example"));
        served.get(CONNECTIONS + "/" + connection + "/accounts?business_id=1");
        problem(URI.create(agreed(begin("social.example")).toString().replaceFirst("code=[^&]*", "code=made-up")));

        String logged = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        Set<String> secrets = new HashSet<>(server.secretsOfApps());
        secrets.addAll(server.tokens().givenOut());
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(4);
        assertThat(logged).contains("login=mastodon signed in", "refused");
        for (String secret : secrets) {
            assertThat(logged).doesNotContain(secret);
            assertThat(served.heard.toString()).doesNotContain(secret);
        }
    }

    private HttpResponse<String> wanted(String login, String field, String value) {
        return post(CONNECTIONS, """
                {"business_id": 1, "login": "%s", "fields": {"%s": "%s"}}""".formatted(login, field, value));
    }

    /// Where the person is sent.
    private String begin(String name) {
        return json(200, wanted("mastodon", "server", name))
                .get("authorization_url")
                .stringValue();
    }

    /// Where the server sends a person who agrees.
    private static URI agreed(String authorization) {
        return ConsentForm.answer(URI.create(authorization), ACME, "allow");
    }

    private long connected(String authorization) {
        String page =
                location(served.comeBack(served.member, agreed(authorization))).getQuery();
        assertThat(page).startsWith("business=1&connection=");
        return Long.parseLong(page.substring(page.lastIndexOf('=') + 1));
    }

    private String problem(URI back) {
        return location(served.comeBack(served.member, back)).toString();
    }

    private JsonNode find(long connection) {
        for (JsonNode one : served.get(CONNECTIONS + "?business_id=1").get("connections")) {
            if (one.get("connection_id").longValue() == connection) {
                return one;
            }
        }
        throw new AssertionError("no connection " + connection);
    }

    private HttpResponse<String> post(String path, String body) {
        return served.send(served.member, "POST", path + (path.equals(CONNECTIONS) ? "" : "?business_id=1"), body);
    }
}
