package io.tidemark.app;

import static io.tidemark.app.ConnectedServer.json;
import static io.tidemark.app.ConnectedServer.location;

import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.ledger.User;
import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// The whole program over a real ledger and a simulated X, used by an administrator. Accounts are collected
/// when the test says so, and pauses between attempts pass at once.
final class CollectingServer implements AutoCloseable {
    static final String CLIENT_SECRET = "told-to-nobody";

    private static final String PERSON = "2244994945";
    private static final String PUBLIC = "https://tidemark.example.com";
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    final LedgerFixture ledger = LedgerFixture.create(clock);
    final World world = new World(7, clock, Duration.ofDays(40));
    final XSimulator x = new XSimulator(world, clock);
    /// Secrets of the proof keys that were sent out.
    final List<String> verifiers = new ArrayList<>();
    /// Thrown where answers are looked at; null where they are.
    volatile @Nullable RuntimeException fault;
    /// The connection that was made last.
    String connection = "";
    /// Everything that the server answered.
    final StringBuilder heard = new StringBuilder();
    private final LedgerStore store;
    private final Core core;
    private final Server server;
    private final User root;
    private final HttpClient client = HttpClient.newHttpClient();

    CollectingServer(Path directory, Map<String, String> more) {
        world.add(new AccountPlan(PERSON, "acme", "Acme", 3, Duration.ofDays(60), 1200, XSimulator.kinds()));
        x.register("client", CLIENT_SECRET, PUBLIC + "/oauth/x/callback");
        x.start();
        Map<String, String> environment = new HashMap<>(more);
        environment.put("TIDEMARK_PUBLIC_URL", PUBLIC);
        environment.put("TIDEMARK_X_CLIENT_ID", "client");
        environment.put("TIDEMARK_X_CLIENT_SECRET", CLIENT_SECRET);
        store = LedgerStore.over(
                ledger.address(),
                new ConnectionSettings(directory, environment, this::platforms, new SecureRandom(), clock::advance),
                clock);
        core = new Core(directory, store, clock, new SecureRandom());
        server = Server.start(
                new ServerSettings("127.0.0.1", 0, DataSize.ofMegabytes(1), directory.resolve("uploads")),
                core.services());
        root = core.registry().createUser("root@example.com", "-");
    }

    /// X's sign-in, which notes the secrets of proof keys as they go out, and whose connector may have a
    /// fault.
    private List<Login> platforms(Apps apps, Clock time) {
        ConnectorSettings settings = new ConnectorSettings(
                Map.of("base-url", x.address().toString(), "authorize-url", x.address() + "/i/oauth2/authorize"));
        XConnector connector = new XConnector(settings);
        Connector faulty = watched(Connector.class, connector, (method, arguments) -> {
            RuntimeException thrown = fault;
            if (thrown != null && method.equals("fault")) {
                throw thrown;
            }
            return null;
        });
        return List.of(watched(Login.ByConsent.class, new XLogin(settings, connector), (method, arguments) -> {
            if (method.equals("authorization")) {
                Login.Authorization request = (Login.Authorization) arguments[1];
                verifiers.add(Objects.requireNonNull(request.verifier()).value());
            }
            return method.equals("connectors") ? List.of(faulty) : null;
        }));
    }

    /// @param before sees each call; what it returns is returned, unless that is null
    private static <T> T watched(Class<T> type, T real, BiFunction<String, Object[], @Nullable Object> before) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object instead = before.apply(method.getName(), arguments);
                    if (instead != null) {
                        return instead;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    /// Signs in with the platform, chooses the account that it opens, and tells its id.
    long connect() {
        String authorization = json(200, ask("POST", "/api/v1/connections", """
                        {"business_id": 1, "login": "x"}"""))
                .get("authorization_url")
                .stringValue();
        String page = send(HttpRequest.newBuilder(URI.create(authorization))).body();
        Map<String, String> form = new HashMap<>(Map.of("decision", "allow", "account", PERSON));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        URI back = location(send(HttpRequest.newBuilder(x.address().resolve("/i/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
        HttpResponse<String> arrived =
                send(HttpRequest.newBuilder(URI.create(back.toString().replace(PUBLIC, origin())))
                        .header("Cookie", "tidemark_session=" + core.tokens().issue(root, Tokens.SESSION_LIFE)));
        connection = location(arrived).getQuery().replaceFirst(".*connection=", "");
        return json(200, ask("POST", "/api/v1/connections/" + connection + "/accounts?business_id=1", """
                        {"external_ids": ["%s"]}""".formatted(
                                PERSON)))
                .get("account_ids")
                .get(0)
                .longValue();
    }

    /// It is an account's turn.
    void collect(long account) {
        store.engine().sync(ledger.business(), account);
    }

    /// It is time to look for alerts.
    void alert() {
        store.alerts().round();
    }

    HttpResponse<String> get(String path) {
        return ask("GET", path, null);
    }

    HttpResponse<String> ask(String method, String path, @Nullable String body) {
        return ask(root, method, path, body);
    }

    HttpResponse<String> ask(User user, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Authorization", "Bearer " + core.tokens().issue(user, Tokens.BEARER_LIFE));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response =
                send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        heard.append(response.headers().map()).append(response.body());
        return response;
    }

    User member() {
        User member = core.registry().createUser("member@example.com", "-");
        core.registry().addMember(ledger.business().id(), member.id());
        return member;
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
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
        x.close();
        ledger.close();
    }
}
