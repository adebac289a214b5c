package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.ledger.User;
import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import io.tidemark.serve.http.Json;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.LedgerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/// From "Connect" to numbers on the page, through the platform's own screens: the program as it is served, with nothing
/// of ours replaced, and X simulated.
@Timeout(120)
class CollectedAccountTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final Clock clock = Clock.systemUTC();
    private final LedgerFixture ledger = LedgerFixture.create(clock);
    private final World world = new World(7, clock, Duration.ofDays(1));
    private final XSimulator x = new XSimulator(world, clock);
    private final HttpClient client = HttpClient.newHttpClient();
    private Core core;
    private Server server;
    private User user;

    @BeforeEach
    void serve(@TempDir Path directory) throws IOException {
        world.add(new AccountPlan("2244994945", "acme", "Acme", 2, Duration.ofDays(20), 1200, XSimulator.kinds()));
        x.start();
        Files.writeString(directory.resolve("connections.properties"), """
                x.client-id=client
                x.client-secret=secret
                x.base-url=%1$s
                x.authorize-url=%1$s/i/oauth2/authorize
                """.formatted(x.address()));
        LedgerStore store = LedgerStore.over(ledger.address(), ConnectionSettings.of(directory, Map.of()), clock);
        core = new Core(directory, store, clock, new SecureRandom());
        server = Server.start(
                new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), directory.resolve("uploads")),
                core.services());
        x.register("client", "secret", origin() + "/oauth/x/callback");
        core.begin(Work.DEFAULT);
        user = core.registry().createUser("root@example.com", "-");
    }

    @AfterEach
    void stop() {
        server.close();
        core.close();
        x.close();
        ledger.close();
    }

    @Test
    void aPersonSignsInAndTheNumbersComeByThemselves() {
        long connection = signIn();
        post("/api/v1/connections/" + connection + "/accounts?business_id=1", "{\"external_ids\": [\"2244994945\"]}");

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        overview().path("published").path("posts").path("value").asInt(0) > 0);

        JsonNode overview = overview();
        assertThat(overview.path("followers").path("value").asDouble()).isGreaterThan(1000);
        assertThat(overview.path("metrics").path("impressions").path("value").asDouble())
                .isPositive();
        assertThat(overview.path("metrics").path("reach").path("value").isNull())
                .isTrue();
        assertThat(overview.path("metrics").path("reach").path("status").stringValue())
                .isEqualTo("not_provided");
    }

    private JsonNode overview() {
        return json(send(
                request("/api/v1/analytics/overview?business_id=1&range=all").GET()));
    }

    /// As a person does: the platform's page, its button, and back.
    private long signIn() {
        String begin = post("/api/v1/connections", "{\"business_id\": 1, \"login\": \"x\"}")
                .path("authorization_url")
                .stringValue();
        String page = send(HttpRequest.newBuilder(URI.create(begin))).body();
        Matcher fields = HIDDEN.matcher(page);
        String form = fields.results()
                .map(field -> field.group(1) + "="
                        + URLEncoder.encode(field.group(2).replace("&amp;", "&"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> agreed = send(HttpRequest.newBuilder(URI.create(x.address() + "/i/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&account=2244994945&decision=allow")));
        HttpResponse<String> back = send(HttpRequest.newBuilder(location(agreed))
                .header("Cookie", "tidemark_session=" + core.tokens().issue(user, Tokens.SESSION_LIFE)));
        String arrived = location(back).getQuery();
        return Long.parseLong(arrived.substring(arrived.lastIndexOf('=') + 1));
    }

    private JsonNode post(String path, String body) {
        return json(
                send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Authorization", "Bearer " + core.tokens().issue(user, Tokens.BEARER_LIFE));
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body())));
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return Json.mapper().readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
    }
}
