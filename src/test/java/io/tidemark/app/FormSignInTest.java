package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyLogin;
import io.tidemark.collect.connector.bluesky.BlueskyPublicLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Connecting by what a person tells here, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormSignInTest {
    private static final String CONNECTIONS = "/api/v1/connections";
    private static final String OF_FIRST = "?business_id=1";
    private static final String DID = "did:plc:acme22222222222222222222";
    private static final String CREATE = "POST com.atproto.server.createSession";
    private static final String REFRESH = "POST com.atproto.server.refreshSession";
    private static final String WRONG = "wrong-wrong-wrong-wrong";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.tidemark");
    private final MutableClock platformsClock = new MutableClock(LedgerFixture.NOW);
    private final World world = new World(7, platformsClock, Duration.ofDays(120));
    private final BlueskySimulator bluesky = new BlueskySimulator(world, platformsClock);

    private ConnectedServer served;

    @BeforeAll
    void start(@TempDir Path directory) {
        world.add(new AccountPlan(
                DID, "acme.example", "Acme & Sons", 1, Duration.ofDays(10), 1200, BlueskySimulator.kinds()));
        bluesky.start();
        served = new ConnectedServer(directory, this::logins);
    }

    @AfterAll
    void stop() {
        served.close();
        bluesky.close();
    }

    @BeforeEach
    void listen() {
        root.setLevel(Level.TRACE);
        log.list.clear();
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
        root.setLevel(null);
    }

    private List<Login> logins(Clock clock) {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "server", bluesky.address().toString(),
                "servers", bluesky.address().toString(),
                "public-url", bluesky.open().toString()));
        BlueskyConnector connector = new BlueskyConnector(settings, clock);
        return List.of(new BlueskyLogin(settings, connector), new BlueskyPublicLogin(settings, connector));
    }

    private int calls() {
        return bluesky.counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    private int calls(String endpoint) {
        return bluesky.counts().getOrDefault(endpoint, 0);
    }

    private int connections() {
        return served.get(CONNECTIONS + OF_FIRST).get("connections").size();
    }

    private void pass(Duration duration) {
        served.clock.advance(duration);
        platformsClock.advance(duration);
    }

    private HttpResponse<String> begin(String login, String more, String fields) {
        return served.send(
                served.member,
                "POST",
                CONNECTIONS,
                "{\"business_id\": 1, \"login\": \"%s\"%s, \"fields\": {%s}}".formatted(login, more, fields));
    }

    private static String fields(String password) {
        return "\"handle\": \"@acme.example\", \"app_password\": \"%s\"".formatted(password);
    }

    private long connect(String more) {
        JsonNode begun = json(200, begin("bluesky", more, fields(BlueskySimulator.APP_PASSWORD)));
        assertThat(begun.get("authorization_url").isNull()).isTrue();
        assertThat(begun.get("good_for_seconds").isNull()).isTrue();
        return begun.get("connection_id").longValue();
    }

    private long track() {
        return json(200, begin("bluesky_public", "", "\"handle\": \"acme.example\""))
                .get("connection_id")
                .longValue();
    }

    private static String accounts(long connection) {
        return CONNECTIONS + "/" + connection + "/accounts" + OF_FIRST;
    }

    private long choose(long connection) {
        return json(
                        200,
                        served.send(
                                served.member, "POST", accounts(connection), "{\"external_ids\": [\"" + DID + "\"]}"))
                .get("account_ids")
                .get(0)
                .longValue();
    }

    private JsonNode find(long connection) {
        for (JsonNode one : served.get(CONNECTIONS + OF_FIRST).get("connections")) {
            if (one.get("connection_id").longValue() == connection) {
                return one;
            }
        }
        throw new AssertionError("No connection " + connection);
    }

    @Test
    void whatIsAskedForIsToldAndNobodyRegistersAnything() {
        JsonNode platforms = served.get(CONNECTIONS + "/platforms").get("platforms");

        JsonNode platform = platforms.get(1);
        assertThat(platform.get("login").stringValue()).isEqualTo("bluesky");
        assertThat(platform.get("ready").booleanValue()).isTrue();
        assertThat(platform.get("missing").size()).isZero();
        assertThat(platform.get("advice").isNull()).isTrue();
        assertThat(platform.get("fields")
                        .valueStream()
                        .map(field -> field.get("name").stringValue() + " " + field.get("secret") + " "
                                + field.get("otherwise").isNull()))
                .containsExactly("handle false true", "app_password true true", "server false false");
        assertThat(platforms.get(2).get("fields").size()).isEqualTo(1);
    }

    @Test
    void aPersonIsConnectedAtOnceAndChoosesTheAccount() {
        long connection = connect("");

        JsonNode made = find(connection);
        assertThat(made.get("title").stringValue()).isEqualTo("Acme & Sons");
        assertThat(made.get("login_title").stringValue()).isEqualTo("Bluesky");
        assertThat(made.get("status").stringValue()).isEqualTo("good");
        assertThat(made.get("days_left").longValue()).isEqualTo(90);
        JsonNode offer = served.get(accounts(connection)).get("accounts").get(0);
        assertThat(offer.get("external_id").stringValue()).isEqualTo(DID);
        assertThat(offer.get("obstacle").isNull()).isTrue();
        choose(connection);
        assertThat(find(connection).get("accounts").get(0).get("status").stringValue())
                .isEqualTo("collecting");
    }

    @Test
    void theSignInIsRenewedWithoutAPasswordAndEndsWithIt() {
        int signIns = calls(CREATE);
        int renewals = calls(REFRESH);
        long connection = connect("");
        for (int hours = 0; hours < 12; hours += 3) {
            pass(Duration.ofHours(3));
            assertThat(served.get(accounts(connection)).get("accounts").size()).isEqualTo(1);
        }
        assertThat(calls(CREATE)).isEqualTo(signIns + 1);
        assertThat(calls(REFRESH)).isEqualTo(renewals + 4);

        bluesky.revoke(DID);
        pass(Duration.ofHours(3));

        assertThat(code(409, served.send(served.member, "GET", accounts(connection), null)))
                .isEqualTo("sign_in_again");
        assertThat(find(connection).get("said").stringValue()).contains("Token has been revoked");
        assertThat(connect(", \"connection_id\": " + connection)).isEqualTo(connection);
        assertThat(find(connection).get("status").stringValue()).isEqualTo("good");
    }

    @Test
    void anAccountMovesFromOneWayToTheOtherAndStaysTheSame() {
        long open = track();
        assertThat(find(open).get("days_left").isNull()).isTrue();
        long account = choose(open);
        long signedIn = connect("");

        assertThat(choose(signedIn)).isEqualTo(account);

        assertThat(find(open).get("accounts").size()).isZero();
        assertThat(find(signedIn).get("accounts").size()).isEqualTo(1);
        assertThat(choose(open)).isEqualTo(account);
        assertThat(find(open).get("accounts").get(0).get("status").stringValue())
                .isEqualTo("collecting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"handle\": \"acme.example\"' | fields.app_password | App password is missing",
                "'\"handle\": \" \", \"app_password\": \"s3cret-s3cret\"' | fields.handle | Handle is missing",
                "'\"handle\": \"acme\", \"app_password\": \"s3cret-s3cret\"' | fields.handle | is no handle of Bluesky",
                "'\"handle\": \"acme.example\", \"app_password\": \"s3cret-s3cret\", \"server\": \"http://127.0.0.1:9\"' | fields.server | not one of the servers",
                "'\"handle\": \"acme.example\", \"app_password\": \"s3cret-s3cret\", \"pin\": \"1\"' | fields.pin | pin",
                "'\"handle\": \"acme.example\", \"app_password\": 7' | fields.app_password | app_password",
                "'\"handle\": \"acme.example\", \"app_password\": \"s3cret-s3cret\\u0000\"' | fields.app_password | app_password",
            })
    void whatCannotBeRightIsSaidOfItsField(String fields, String member, String said) {
        int calls = calls();
        int connections = connections();

        JsonNode problem = json(400, begin("bluesky", "", fields));

        assertThat(problem.get("code").stringValue()).isEqualTo("bad_body");
        assertThat(problem.get("member").stringValue()).isEqualTo(member);
        assertThat(problem.get("detail").stringValue()).contains(said).doesNotContain("s3cret");
        assertThat(calls()).isEqualTo(calls);
        assertThat(connections()).isEqualTo(connections);
    }

    @Test
    void whatNobodyIsCalledIsSaidOfItsField() {
        JsonNode problem = json(400, begin("bluesky_public", "", "\"handle\": \"nobody.example\""));

        assertThat(problem.get("member").stringValue()).isEqualTo("fields.handle");
        assertThat(problem.get("detail").stringValue()).contains("knows nobody called nobody.example");
    }

    @Test
    void whatThePlatformRefusesIsTold() {
        int connections = connections();
        JsonNode refused = json(409, begin("bluesky", "", fields(WRONG)));
        assertThat(refused.get("code").stringValue()).isEqualTo("login_code_refused");
        assertThat(refused.get("detail").stringValue()).contains("Invalid identifier or password");
        bluesky.limit(0);
        try {
            assertThat(code(409, begin("bluesky", "", fields(WRONG)))).isEqualTo("login_platform_failed");
        } finally {
            bluesky.limit(3000);
        }
        assertThat(connections()).isEqualTo(connections);
    }

    @Test
    void anotherBusinesssPeopleConnectNothing() {
        int calls = calls();
        HttpResponse<String> answer = served.send(
                served.stranger,
                "POST",
                CONNECTIONS,
                "{\"business_id\": 1, \"login\": \"bluesky\", \"fields\": {%s}}"
                        .formatted(fields(BlueskySimulator.APP_PASSWORD)));

        assertThat(code(404, answer)).isEqualTo("business_not_found");
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void passwordsAndTokensAreInNothingThatAnybodyReads() {
        long connection = connect("");
        choose(connection);
        json(409, begin("bluesky", "", fields(WRONG)));
        json(400, begin("bluesky", "", fields(BlueskySimulator.ACCOUNT_PASSWORD)));
        pass(Duration.ofHours(3));
        served.get(accounts(connection));
        served.get(CONNECTIONS + OF_FIRST);

        String logged = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        String stored = rows("connection") + rows("live_account") + rows("used_sign_in");
        assertThat(logged).contains("login=bluesky signed in", "login=bluesky renewed", "Invalid identifier");
        assertThat(stored).contains("Acme", DID);
        assertThat(bluesky.givenOut()).hasSizeGreaterThanOrEqualTo(4);
        for (String secret : List.of(BlueskySimulator.APP_PASSWORD, WRONG, BlueskySimulator.ACCOUNT_PASSWORD)) {
            assertThat(logged + stored + served.heard).doesNotContain(secret);
        }
        // Tokens hold the DID, the end and what is counted here: nothing of them is anywhere in the clear.
        assertThat(logged + stored + served.heard).doesNotContain("eyJ");
        bluesky.givenOut()
                .forEach(token -> assertThat(logged + stored + served.heard).doesNotContain(token));
    }

    private String rows(String table) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(served.ledger.address().jdbcUrl());
        source.setUser(served.ledger.address().user());
        source.setPassword(served.ledger.address().password());
        String sealed = switch (table) {
            case "connection" -> "sealed_grant";
            case "live_account" -> "sealed_token";
            default -> "''";
        };
        return JdbcClient.create(source)
                .sql("select coalesce(string_agg(r::text || coalesce(encode(%s, 'escape'), ''), ' '), '') from %s r"
                        .formatted(sealed, table))
                .query(String.class)
                .single();
    }

    private static String code(int status, HttpResponse<String> response) {
        return json(status, response).get("code").stringValue();
    }
}
