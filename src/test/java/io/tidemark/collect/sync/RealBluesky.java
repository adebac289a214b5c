package io.tidemark.collect.sync;

import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.testing.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Bluesky's own servers on this machine, as `bench/run-bluesky` installs them, and what people do there.
final class RealBluesky implements AutoCloseable {
    private static final Path HOME = Path.of("src", "test", "bluesky-dev-env").toAbsolutePath();
    private static final String READY = "bluesky ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process servers;
    private final URI home;
    private final URI open;
    private final URI directory;
    private final URI settled;

    private RealBluesky(Process servers, JsonNode where) {
        this.servers = servers;
        home = URI.create(where.path("home").asString());
        open = URI.create(where.path("open").asString());
        directory = URI.create(where.path("directory").asString());
        settled = URI.create(where.path("settled").asString());
    }

    /// A person with an account at the server.
    ///
    /// @param password of the account itself
    record Person(String did, String handle, String password, String token) {}

    /// Something that a person has written.
    record Written(String uri, String cid) {}

    static RealBluesky start() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(HOME.resolve("node_modules/better-sqlite3/build/Release/better_sqlite3.node")),
                "Bluesky's servers are not installed: bench/run-bluesky does");
        PostgresAccess database = TestPostgres.newDatabase();
        ProcessBuilder node = new ProcessBuilder("node", "serve.js").directory(HOME.toFile());
        node.environment().put("DB_POSTGRES_URL", url(database));
        node.environment().put("LOG_ENABLED", "false");
        Process servers = node.redirectErrorStream(true).start();
        return new RealBluesky(servers, where(servers));
    }

    private static String url(PostgresAccess database) {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return "postgresql://%s:%s@%s%s"
                .formatted(database.user(), database.password(), address.getAuthority(), address.getPath());
    }

    private static JsonNode where(Process servers) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines = servers.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(later -> {}));
                return JsonMapper.shared().readTree(line.substring(READY.length()));
            }
            said.add(line);
        }
        throw new IllegalStateException("Bluesky's servers did not start:\n" + String.join("\n", said));
    }

    /// Where accounts are at home.
    URI home() {
        return home;
    }

    /// What shows everybody what is public.
    URI open() {
        return open;
    }

    /// Where it is told who accounts are.
    URI directory() {
        return directory;
    }

    Person join(String handle) {
        ObjectNode body = object().put("handle", handle)
                .put("email", handle + "@example.com")
                .put("password", "the password of " + handle);
        JsonNode made = call("com.atproto.server.createAccount", null, body);
        return new Person(
                made.path("did").asString(),
                handle,
                body.path("password").asString(),
                made.path("accessJwt").asString());
    }

    /// @return the app password
    String makeAppPassword(Person person) {
        return call("com.atproto.server.createAppPassword", person, object().put("name", "tidemark"))
                .path("password")
                .asString();
    }

    void deleteAppPassword(Person person) {
        call("com.atproto.server.revokeAppPassword", person, object().put("name", "tidemark"));
    }

    void activate(Person person, boolean active) {
        call(
                "com.atproto.server." + (active ? "activateAccount" : "deactivateAccount"),
                person,
                active ? null : object());
    }

    /// Writes records into a person's collection, all at once.
    List<Written> write(Person person, String collection, Stream<ObjectNode> records) {
        ObjectNode body = object().put("repo", person.did());
        records.forEach(record -> body.withArray("writes")
                .addObject()
                .put("$type", "com.atproto.repo.applyWrites#create")
                .put("collection", collection)
                .set("value", record.put("$type", collection)));
        if (!body.has("writes")) {
            return List.of();
        }
        return call("com.atproto.repo.applyWrites", person, body)
                .path("results")
                .valueStream()
                .map(result -> new Written(
                        result.path("uri").asString(), result.path("cid").asString()))
                .toList();
    }

    /// The one record of a collection that has one alone.
    void put(Person person, String collection, ObjectNode record) {
        ObjectNode body =
                object().put("repo", person.did()).put("collection", collection).put("rkey", "self");
        body.set("record", record.put("$type", collection));
        call("com.atproto.repo.putRecord", person, body);
    }

    void delete(Person person, Written post) {
        String[] parts = post.uri().split("/", -1);
        call(
                "com.atproto.repo.deleteRecord",
                person,
                object().put("repo", person.did()).put("collection", parts[3]).put("rkey", parts[4]));
    }

    void bookmark(Person person, Written post) {
        call(
                "app.bsky.bookmark.createBookmark",
                person,
                object().put("uri", post.uri()).put("cid", post.cid()));
    }

    /// @return as records refer to it
    JsonNode upload(Person person, String type, byte[] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + "/xrpc/com.atproto.repo.uploadBlob"))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content));
        return sent(request).path("blob");
    }

    /// Waits until everything that was written is shown.
    void settle() {
        sent(HttpRequest.newBuilder(settled).POST(BodyPublishers.noBody()));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode call(String method, @Nullable Person as, @Nullable ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + "/xrpc/" + method));
        if (as != null) {
            request.header("Authorization", "Bearer " + as.token());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return sent(request.POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private JsonNode sent(HttpRequest.Builder request) {
        try {
            HttpRequest call = request.build();
            HttpResponse<String> answer = http.send(call, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(call.uri() + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? object() : JsonMapper.shared().readTree(answer.body());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        servers.destroy();
        servers.onExit().join();
    }
}
