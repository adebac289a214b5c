package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.demo.DemoBusiness;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import io.tidemark.serve.events.EventListening;
import io.tidemark.serve.events.EventListening.Event;
import io.tidemark.serve.events.EventPace;
import io.tidemark.serve.http.Json;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.LedgerFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// Two server processes on one database, but for that they share a virtual machine.
@Timeout(180)
class TwoServersTest {
    /// Names the account, and when the file spoke.
    private static final String NAME = "example-page_content_1742193384396.xls";
    /// Without hints nobody would hear anything.
    private static final EventPace HINTS_ONLY =
            new EventPace(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 10, 10);

    @TempDir
    private Path directory;

    private final LedgerFixture fixture = LedgerFixture.create(Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();
    private One here;
    private One there;

    private record One(Core core, Server server) {
        URI address(String path) {
            return URI.create("http://127.0.0.1:" + server.port() + path);
        }

        void close() {
            server.close();
            core.close();
        }
    }

    @BeforeEach
    void start() {
        here = start("here");
        there = start("there");
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        here.close();
        there.close();
        fixture.close();
    }

    @Test
    void anImportThroughOneIsAnEventAtTheOther() throws Exception {
        long business = fixture.business().id();
        String token = token();
        try (EventListening events = listen(there, business, token)) {
            long before = events.next("data").json().get("data_version").asLong();

            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(here.address("/api/v1/imports"))
                            .header("Content-Type", "multipart/form-data; boundary=boundary")
                            .POST(BodyPublishers.ofByteArray(upload(business))),
                    token);

            assertThat(answer.statusCode()).isEqualTo(202);
            Event data = events.next("data");
            assertThat(data.json().get("data_version").asLong()).isEqualTo(before + 1);
            assertThat(get(there, "/api/v1/accounts?business_id=" + business, token))
                    .contains("linkedin");
        }
    }

    @Test
    void whatIsSettledThroughOneHoldsAtTheOther() throws Exception {
        long business = fixture.business().id();
        String token = token();
        try (EventListening events = listen(there, business, token)) {
            long before = events.next("data").json().get("data_version").asLong();
            assertThat(get(there, overview(business), token)).contains("\"engagement/1\"");

            HttpResponse<String> answer = patch(business, "{\"engagement\": \"with_clicks\"}", token);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(events.next("data").json().get("data_version").asLong()).isEqualTo(before + 1);
            assertThat(get(there, overview(business), token)).contains("\"engagement_with_clicks/1\"");
            assertThat(get(there, overview(business) + "&engagement=public", token))
                    .contains("\"engagement/1\"")
                    .doesNotContain("engagement_with_clicks/1");
        }
    }

    @Test
    void anotherZoneIsGivenByEither() throws Exception {
        long business = fixture.business().id();
        String token = token();
        there.core().begin(Work.DEFAULT);
        try (EventListening events = listen(there, business, token)) {
            events.next("data");

            HttpResponse<String> answer =
                    patch(business, "{\"time_zone\": \"Asia/Kolkata\", \"week_start\": \"sunday\"}", token);

            assertThat(answer.statusCode()).isEqualTo(202);
            untilDone(events);
            assertThat(get(here, "/api/v1/businesses", token))
                    .contains("\"time_zone\":\"Asia/Kolkata\",\"week_start\":\"sunday\"");
        }
    }

    @Test
    void aRefreshThroughOneIsDoneByEitherAndFollowedAtBoth() throws Exception {
        Business demo = new DemoBusiness()
                .ensure(
                        fixture.ledger(),
                        fixture.directory(),
                        Clock.systemUTC().instant().minus(Duration.ofHours(12)));
        String token = token();
        here.core().begin(Work.DEFAULT);
        there.core().begin(Work.DEFAULT);
        try (EventListening events = listen(there, demo.id(), token)) {
            long before = events.next("data").json().get("data_version").asLong();

            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(here.address("/api/v1/analytics/refresh"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"business_id\": " + demo.id() + "}")),
                    token);

            assertThat(answer.statusCode()).isEqualTo(202);
            long job = Json.mapper().readTree(answer.body()).get("job_id").asLong();
            Event last = untilDone(events);
            assertThat(last.json().get("job_id").asLong()).isEqualTo(job);
            assertThat(last.json().get("result").get("accounts").size()).isEqualTo(10);
            assertThat(fixture.ledger().versions(demo.id()).data()).isEqualTo(before + 10);
            assertThat(get(here, "/api/v1/jobs/" + job + "?business_id=" + demo.id(), token))
                    .contains("\"status\":\"done\"");
        }
    }

    private static Event untilDone(EventListening events) throws IOException {
        Event last = events.next("job");
        while (!last.json().get("status").asString().equals("done")) {
            assertThat(last.json().get("status").asString()).isIn("queued", "running");
            last = events.next("job");
        }
        return last;
    }

    private static String overview(long business) {
        return "/api/v1/analytics/overview?business_id=" + business;
    }

    private HttpResponse<String> patch(long business, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(here.address("/api/v1/businesses/" + business))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body));
        return send(request, token);
    }

    private One start(String name) {
        Core core = new Core(
                directory,
                LedgerStore.over(fixture.address(), ConnectionSettings.of(directory, Map.of()), Clock.systemUTC()),
                Clock.systemUTC(),
                new SecureRandom());
        ServerSettings settings =
                new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(10), directory.resolve(name), HINTS_ONLY);
        return new One(core, Server.start(settings, core.services()));
    }

    private String token() {
        User user = here.core().registry().createUser("root@example.com", "none");
        return here.core().tokens().issue(user, Tokens.BEARER_LIFE);
    }

    private static EventListening listen(One server, long business, String token)
            throws IOException, InterruptedException {
        return EventListening.to(HttpRequest.newBuilder(server.address("/api/v1/events?business_id=" + business))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private String get(One server, String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.address(path)), token).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        return client.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private static byte[] upload(long business) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (var file =
                Objects.requireNonNull(TwoServersTest.class.getResourceAsStream("/exports/linkedin-page/" + NAME))) {
            body.writeBytes(("--boundary\r\nContent-Disposition: form-data; name=\"business_id\"\r\n\r\n" + business
                            + "\r\n--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + NAME
                            + "\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.readAllBytes());
        }
        body.writeBytes("\r\n--boundary--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
