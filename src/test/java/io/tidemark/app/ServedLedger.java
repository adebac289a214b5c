package io.tidemark.app;

import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.SourceSpec;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/// The whole program over a real ledger with one business, asked over HTTP by an administrator.
public final class ServedLedger implements AutoCloseable {
    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Core core;
    private final Server server;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    public ServedLedger(Path directory) {
        Location location = new Location(
                directory,
                fixture.address().jdbcUrl() + "?user=" + fixture.address().user(),
                null,
                true);
        LedgerStore store = LedgerStore.open(
                location, Map.of("TIDEMARK_DATABASE_PASSWORD", fixture.address().password()), clock);
        core = new Core(directory, store, clock, new SecureRandom());
        server = Server.start(
                new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), directory.resolve("uploads")),
                core.services());
        User user = core.registry().createUser("root@example.com", "-");
        token = core.tokens().issue(user, Tokens.BEARER_LIFE);
    }

    public MutableClock clock() {
        return clock;
    }

    public LedgerFixture fixture() {
        return fixture;
    }

    public Business business() {
        return fixture.business();
    }

    public Ledger ledger() {
        return fixture.ledger();
    }

    /// A token of another user, who is a member of some businesses.
    public String tokenOfMember(long... businesses) {
        User user = core.registry().createUser("member@example.com", "-");
        for (long business : businesses) {
            core.registry().addMember(business, user.id());
        }
        return core.tokens().issue(user, Tokens.BEARER_LIFE);
    }

    /// Appends observations to the first business as one file, whose content is its name.
    public Appended append(String name, Observation... observations) {
        return append(business().id(), name, observations);
    }

    public Appended append(long businessId, String name, Observation... observations) {
        SourceSpec spec = new SourceSpec(
                ledger().newId(),
                SourceSpec.Kind.FILE,
                "test",
                name,
                name,
                observations.length == 0 ? clock.instant() : null);
        return ledger().append(businessId, spec, sink -> List.of(observations).forEach(sink::accept), done -> "{}");
    }

    /// The id of the post that carries an alias.
    public OptionalLong findPost(Alias alias) {
        JsonNode posts =
                get("/analytics/posts?business_id=1&range=all&limit=500").get("posts");
        for (JsonNode post : posts) {
            if (post.get("external_id").asString().equals(alias.externalId())) {
                return OptionalLong.of(post.get("id").asLong());
            }
        }
        return OptionalLong.empty();
    }

    /// The answer of an address under `/api/v1`, which has to be there.
    public JsonNode get(String path) {
        HttpResponse<String> response = ask(path, token);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body());
    }

    public HttpResponse<String> ask(String path) {
        return ask(path, token);
    }

    public HttpResponse<String> ask(String path, String bearer) {
        return send(request(path, bearer));
    }

    /// Sends JSON with a token, or without a body.
    ///
    /// @param body null for none
    public HttpResponse<String> send(String method, String path, @Nullable String body, String bearer) {
        HttpRequest.Builder request = request(path, bearer)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(body == null ? request : request.header("Content-Type", "application/json"));
    }

    /// A request without a token.
    public HttpResponse<String> anonymously(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// The token of the administrator.
    public String token() {
        return token;
    }

    /// Asks for what has changed since an answer with this tag.
    public HttpResponse<String> askAgain(String path, String tag) {
        return send(request(path, token).header("If-None-Match", tag));
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + bearer);
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

    @Override
    public void close() {
        client.close();
        server.close();
        core.close();
        fixture.close();
    }
}
