package io.tidemark.app;

import io.tidemark.collect.connection.FakeLogin;
import io.tidemark.collect.connection.FakePlatform;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.sync.Pause;
import io.tidemark.ledger.User;
import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import io.tidemark.serve.http.Json;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/// The whole program over a real ledger and a platform that is not real, with two users: one is a member of the first
/// business, the other of none.
public final class ConnectedServer implements AutoCloseable {
    public final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    final LedgerFixture ledger = LedgerFixture.create(clock);
    public final FakePlatform platform = new FakePlatform(clock);
    final User member;
    final User stranger;
    final StringBuilder heard = new StringBuilder();
    private final Path directory;
    private final Function<Clock, List<Login>> more;
    private final HttpClient client = HttpClient.newHttpClient();
    private Core core;
    private Server server;

    public ConnectedServer(Path directory) {
        this(directory, clock -> List.of());
    }

    ConnectedServer(Path directory, List<Login> more) {
        this(directory, clock -> more);
    }

    /// @param more logins beside the one of the platform, by the clock of the server
    public ConnectedServer(Path directory, Function<Clock, List<Login>> more) {
        this.directory = directory;
        this.more = more;
        core = core(FakeLogin.ENVIRONMENT);
        server = serve();
        core.registry().createUser("root@example.com", "-");
        member = core.registry().createUser("member@example.com", "-");
        stranger = core.registry().createUser("stranger@example.com", "-");
        core.registry().addMember(ledger.business().id(), member.id());
    }

    /// Starts anew with another environment, on the same data.
    void restart(Map<String, String> environment) {
        server.close();
        core.close();
        core = core(environment);
        server = serve();
    }

    /// Lets the member sign in with the page.
    public String givePassword(String password) {
        core.registry().setPassword(member.id(), core.passwords().hash(password));
        return member.email();
    }

    Core core() {
        return core;
    }

    public String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    JsonNode get(String path) {
        return json(200, send(member, "GET", path, null));
    }

    HttpResponse<String> send(User user, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Authorization", "Bearer " + core.tokens().issue(user, Tokens.BEARER_LIFE));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /// What a platform answers when somebody is sent to it: where it sends them back to.
    URI agree(String authorizationUrl) {
        return location(send(HttpRequest.newBuilder(URI.create(authorizationUrl))));
    }

    /// A browser comes back; the session is that of the user, or of nobody.
    HttpResponse<String> comeBack(@Nullable User user, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (user != null) {
            request.header("Cookie", "tidemark_session=" + core.tokens().issue(user, Tokens.SESSION_LIFE));
        }
        return send(request);
    }

    /// Where a person is sent to sign in with the platform.
    String begin(User user, String more) {
        return json(200, send(user, "POST", "/api/v1/connections", """
                        {"business_id": 1, "login": "fake"%s}""".formatted(more)))
                .get("authorization_url")
                .stringValue();
    }

    /// Signs in with the platform, and tells the id of the connection.
    long connect(String more) {
        String page = location(comeBack(member, agree(begin(member, more)))).getQuery();
        if (!page.startsWith("business=1&connection=")) {
            throw new AssertionError(page);
        }
        return Long.parseLong(page.substring(page.lastIndexOf('=') + 1));
    }

    static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body())));
    }

    static JsonNode json(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean fromUs = response.uri().toString().startsWith(origin());
            if (fromUs && !response.uri().getPath().startsWith("/oauth/")) {
                heard.append(response.uri()).append(response.headers().map()).append(response.body());
            }
            return response;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
    }

    private Core core(Map<String, String> environment) {
        ConnectionSettings settings = new ConnectionSettings(
                directory,
                environment,
                (apps, time) -> Stream.concat(Stream.of(new FakeLogin(platform)), more.apply(time).stream())
                        .toList(),
                new SecureRandom(),
                Pause.SLEEP);
        LedgerStore store = LedgerStore.over(ledger.address(), settings, clock);
        return new Core(directory, store, clock, new SecureRandom());
    }

    private Server serve() {
        return Server.start(
                new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), directory.resolve("uploads")),
                core.services());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        core.close();
        platform.close();
        ledger.close();
    }
}
