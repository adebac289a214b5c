package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static io.tidemark.app.ConnectedServer.location;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.tidemark.collect.connection.FakeLogin;
import io.tidemark.collect.simulator.Answer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tokens are in nothing that anybody reads.
class TokensStayHiddenTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.tidemark");

    @TempDir
    private Path directory;

    private ConnectedServer served;

    @BeforeEach
    void start() {
        served = new ConnectedServer(directory);
        // Starting a server sets up logging anew.
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        served.close();
        root.detachAppender(log);
        root.setLevel(null);
    }

    @Test
    void neitherInAnswersNorInLogsNorInTheDatabase() {
        long connection = served.connect("");
        String accounts = "/api/v1/connections/" + connection + "/accounts?business_id=1";
        served.send(served.member, "POST", accounts, "{\"external_ids\": [\"101\"]}");
        renewWhileThePlatformRepeatsWhatItWasSent(accounts);
        served.clock.advance(Duration.ofHours(2));
        served.get(accounts);
        served.platform.accounts = "Not JSON, with own-token-of-101";
        served.send(served.member, "GET", accounts, null);
        URI back = served.agree(served.begin(served.member, ""));
        served.platform.refusal = Answer.json(
                400,
                "{\"error_description\": \"The code %s of %s is bad.\"}"
                        .formatted(served.platform.secrets.getLast(), "client-7"));
        assertThat(location(served.comeBack(served.member, back)).toString()).contains("code_refused");
        served.get("/api/v1/connections?business_id=1");

        String logged = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        assertThat(logged).contains("renewed", "refused: The code (left out)");
        String stored = rows("connection") + rows("live_account") + rows("used_sign_in");
        assertThat(stored).contains("Acme", "101");
        List<String> secrets = served.platform.secrets;
        assertThat(secrets).hasSizeGreaterThan(6);
        for (String secret : secrets) {
            assertThat(served.heard).doesNotContain(secret);
            assertThat(logged).doesNotContain(secret);
            assertThat(stored).doesNotContain(secret);
        }
        assertThat(stored).doesNotContain("own-token-of-101");
        assertThat(served.heard).doesNotContain("own-token-of-101");
    }

    @Test
    void anotherKeySealsThemAndTheOneBeforeMayGo() throws Exception {
        long connection = served.connect("");
        String accounts = "/api/v1/connections/" + connection + "/accounts?business_id=1";
        served.send(served.member, "POST", accounts, "{\"external_ids\": [\"101\"]}");
        String before = rows("connection") + rows("live_account");
        Path keys = directory.resolve("sealing.keys");

        served.core().rotateKey();
        served.restart(FakeLogin.ENVIRONMENT);

        assertThat(served.core().reseal(1)).isEqualTo(2);
        assertThat(served.core().reseal(1)).as("all are done").isZero();
        assertThat(rows("connection") + rows("live_account")).isNotEqualTo(before);
        assertThat(Files.readAllLines(keys)).hasSize(2);
        Files.writeString(keys, Files.readAllLines(keys).getFirst());
        served.restart(FakeLogin.ENVIRONMENT);
        assertThat(served.get(accounts).get("accounts").size()).isEqualTo(2);
    }

    @Test
    void withoutAnAppNobodyIsSentAnywhereAndIsToldWhatIsMissing() {
        served.restart(Map.of("TIDEMARK_PUBLIC_URL", "https://tidemark.example.com/"));

        var platform =
                served.get("/api/v1/connections/platforms").get("platforms").get(0);
        assertThat(platform.get("ready").booleanValue()).isFalse();
        assertThat(platform.get("redirect_uri").stringValue())
                .isEqualTo("https://tidemark.example.com/oauth/fake/callback");
        assertThat(platform.get("advice").stringValue())
                .contains("https://tidemark.example.com/oauth/fake/callback", "TIDEMARK_FAKE_CLIENT_SECRET");
        var refused = json(
                409,
                served.send(served.member, "POST", "/api/v1/connections", "{\"business_id\": 1, \"login\": \"fake\"}"));
        assertThat(refused.get("code").stringValue()).isEqualTo("login_not_set_up");
        assertThat(refused.get("detail").stringValue()).contains("TIDEMARK_FAKE_CLIENT_ID");
    }

    /// The renewal fails while the token in use is still good.
    private void renewWhileThePlatformRepeatsWhatItWasSent(String accounts) {
        String renewal = served.platform.secrets.getLast();
        served.platform.refusal =
                Answer.json(503, "{\"error\": \"busy\", \"error_description\": \"Busy with %s\"}".formatted(renewal));
        served.clock.advance(Duration.ofMinutes(100));
        served.get(accounts);
        served.platform.refusal = null;
    }

    private String rows(String table) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(served.ledger.address().jdbcUrl());
        source.setUser(served.ledger.address().user());
        source.setPassword(served.ledger.address().password());
        return JdbcClient.create(source)
                .sql("""
                select coalesce(string_agg(r::text || coalesce(encode(%s, 'escape'), ''), ' '), '')
                from %s r
                """.formatted(sealed(table), table))
                .query(String.class)
                .single();
    }

    private static String sealed(String table) {
        return switch (table) {
            case "connection" -> "sealed_grant";
            case "live_account" -> "sealed_token";
            default -> "''";
        };
    }
}
