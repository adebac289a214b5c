package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.tidemark.collect.alert.FakeMailServer;
import io.tidemark.collect.simulator.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A platform that repeats in every way what it was sent has none of it shown to anybody: not in logs, nor in
/// the database, answers over HTTP, measures or alerts.
class SecretsStayHiddenTest {
    private static final String PASSWORD = "password of the mail server";
    private static final String HOOK = "/hook/2f8a-known-to-nobody";
    private static final String SIGNING = "signs what is posted";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.tidemark");
    private final FakeMailServer mail = new FakeMailServer();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private HttpServer hook;

    @TempDir
    private Path directory;

    private CollectingServer served;

    @BeforeEach
    void start() throws IOException {
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            try (exchange) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                // The first time it fails.
                exchange.sendResponseHeaders(posted.size() == 1 ? 500 : 204, -1);
            }
        });
        hook.start();
        served = new CollectingServer(directory, channels());
        // Starting a server sets up logging anew.
        ours.setLevel(Level.TRACE);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        served.close();
        root().detachAppender(log);
        ours.setLevel(null);
        mail.close();
        hook.stop(0);
    }

    @Test
    void whateverAPlatformRepeats() {
        long account = served.connect();
        served.collect(account);
        for (Answer echo : echoes()) {
            served.x.alter((call, answer) -> repeating(echo, call.token()));
            served.clock.advance(Duration.ofDays(1));
            served.collect(account);
            look(account);
        }
        served.x.alter((call, answer) -> {
            served.fault = new IllegalStateException("Nobody foresaw " + call.token());
            return answer;
        });
        served.clock.advance(Duration.ofDays(1));
        served.collect(account);
        look(account);
        served.fault = null;
        served.clock.advance(Duration.ofDays(40));
        served.x.alter((call, answer) -> repeating(error(401, "No more of %s"), call.token()));
        served.collect(account);
        look(account);
        mail.refuse("AUTH", "535 not with " + PASSWORD);
        served.alert();
        Map<String, String> shown = new TreeMap<>();
        shown.put("table sent_alert, not sent yet", tables().get("table sent_alert"));
        mail.refuseNothing();
        served.clock.advance(Duration.ofMinutes(10));
        served.alert();

        shown.putAll(tables());
        shown.put("log", logged());
        shown.put("answers over HTTP", served.heard.toString());
        shown.put("mails", String.join("\n", mail.mails));
        shown.put("posts to the webhook", String.join("\n", posted));
        assertThat(shown)
                .as("the platform's words stand there, without the secrets")
                .hasEntrySatisfying("log", text -> assertThat(text).contains("Nobody foresaw (secret)"))
                .hasEntrySatisfying("table sync_run", text -> assertThat(text).contains("Busy with (secret)"))
                .hasEntrySatisfying("table quarantine", text -> assertThat(text).contains("<p>(secret)"))
                .hasEntrySatisfying("table call_gate", text -> assertThat(text).contains("No credit for (secret)"))
                .hasEntrySatisfying(
                        "table refused_metric", text -> assertThat(text).contains("(secret)"))
                .hasEntrySatisfying("table connection", text -> assertThat(text).contains("No more of (secret)"))
                .hasEntrySatisfying(
                        "table sent_alert, not sent yet",
                        text -> assertThat(text).contains("535 not with (left out)"))
                .hasEntrySatisfying(
                        "answers over HTTP",
                        text -> assertThat(text)
                                .contains("No more of (secret)", "tidemark_calls_total", "Busy with (secret)"))
                .hasEntrySatisfying("mails", text -> assertThat(text).contains("No more of (secret)"))
                .hasEntrySatisfying(
                        "posts to the webhook", text -> assertThat(text).contains("No more of (secret)"));
        List<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(12);
        shown.forEach((where, text) -> assertThat(secrets)
                .as(where)
                .allSatisfy(secret -> assertThat(text).doesNotContain(secret)));
    }

    /// Answers with what was sent in the place of `%s`.
    private static List<Answer> echoes() {
        return List.of(
                error(503, "Busy with %s"),
                error(403, "Not with %s"),
                error(
                        400,
                        "Bad address /2?access_token=%s&client_secret="
                                + URLEncoder.encode(CollectingServer.CLIENT_SECRET, StandardCharsets.UTF_8)),
                error(429, "Too often: %s"),
                error(402, "No credit for %s"),
                Answer.html("<!doctype html><p>%s"),
                Answer.json("""
                        {"data": [{"id": "1", "text": "x", "created_at": "%s"}], "meta": {"result_count": 1}}"""),
                Answer.json("{\"data\": \"%s\", \"cut\": "));
    }

    private static Answer error(int status, String detail) {
        return Answer.json(status, """
                {"title": "Wrong", "type": "about:blank", "status": %d, "detail": "%s", "errors": [{"message": "%s"}]}""".formatted(status, detail, detail));
    }

    private static Answer repeating(Answer echo, String token) {
        return new Answer(echo.status(), echo.contentType(), echo.body().replace("%s", token), echo.headers());
    }

    /// At everything that tells of an account.
    private void look(long account) {
        served.get("/api/v1/connections/health?business_id=1");
        served.get("/api/v1/connections/accounts/" + account + "/runs?business_id=1");
        served.get("/api/v1/connections?business_id=1");
        served.get("/actuator/prometheus");
        served.get("/api/v1/connections/" + served.connection + "/accounts?business_id=1");
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(served.x.tokens().givenOut());
        secrets.addAll(served.verifiers);
        secrets.addAll(List.of(CollectingServer.CLIENT_SECRET, PASSWORD, HOOK, SIGNING));
        List<String> all = new ArrayList<>(secrets);
        for (String secret : secrets) {
            all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            all.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    /// All rows of all tables, as text.
    private Map<String, String> tables() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(served.ledger.address().jdbcUrl());
        source.setUser(served.ledger.address().user());
        source.setPassword(served.ledger.address().password());
        JdbcClient sql = JdbcClient.create(source);
        Map<String, String> tables = new HashMap<>();
        sql.sql("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
                .query(String.class)
                .list()
                .forEach(table -> tables.put(
                        "table " + table,
                        sql.sql("select coalesce(string_agg(r::text, ' '), '') from %s r".formatted(table))
                                .query(String.class)
                                .single()));
        return tables;
    }

    private Map<String, String> channels() {
        return Map.of(
                "TIDEMARK_ALERTS_MAIL_HOST", "127.0.0.1",
                "TIDEMARK_ALERTS_MAIL_PORT", Integer.toString(mail.port()),
                "TIDEMARK_ALERTS_MAIL_SECURITY", "none",
                "TIDEMARK_ALERTS_MAIL_USER", "tidemark",
                "TIDEMARK_ALERTS_MAIL_PASSWORD", PASSWORD,
                "TIDEMARK_ALERTS_MAIL_FROM", "tidemark@example.com",
                "TIDEMARK_ALERTS_WEBHOOK_URL",
                        "http://127.0.0.1:" + hook.getAddress().getPort() + HOOK,
                "TIDEMARK_ALERTS_WEBHOOK_ALLOW_HTTP", "true",
                "TIDEMARK_ALERTS_WEBHOOK_SECRET", SIGNING);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
