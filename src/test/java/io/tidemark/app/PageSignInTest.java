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
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyPageLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.testing.ConsentForm;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Connecting on the page of a server that a name leads to, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageSignInTest {
    private static final String CONNECTIONS = "/api/v1/connections";
    private static final String DID = "did:plc:acme22222222222222222222";
    private static final String OTHER = "did:plc:other2222222222222222222";
    private static final String DOCUMENT = "/oauth/bluesky_oauth/client-metadata.json";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.tidemark");
    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final World world = new World(7, clock, Duration.ofDays(120));
    private final BlueskySimulator bluesky = new BlueskySimulator(world, clock);
    private ConnectedServer served;

    @BeforeAll
    void start(@TempDir Path directory) {
        world.add(new AccountPlan(
                DID, "acme.example", "Acme & Sons", 1, Duration.ofDays(10), 1200, BlueskySimulator.kinds()));
        world.add(new AccountPlan(OTHER, "other.example", "Other", 1, Duration.ofDays(9), 7, BlueskySimulator.kinds()));
        bluesky.start();
        served = new ConnectedServer(directory, this::logins);
    }

    @AfterAll
    void stop() {
        served.close();
        bluesky.close();
    }

    @BeforeEach
    void honest() {
        bluesky.pretend(null);
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void atHome() {
        root.detachAppender(log);
        root.setLevel(null);
        served.restart(FakeLogin.ENVIRONMENT);
    }

    private List<Login> logins(Clock time) {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "servers", bluesky.address().toString(),
                "plc-url", bluesky.directory().toString(),
                "public-url", bluesky.open().toString()));
        return List.of(new BlueskyPageLogin(settings, new BlueskyConnector(settings, time)));
    }

    private HttpResponse<String> wanted(String handle) {
        return served.send(
                served.member,
                "POST",
                CONNECTIONS,
                "{\"business_id\": 1, \"login\": \"bluesky_oauth\", \"fields\": {\"handle\": \"%s\"}}"
                        .formatted(handle));
    }

    private URI begin() {
        return URI.create(
                json(200, wanted("acme.example")).get("authorization_url").stringValue());
    }

    private String arrived(URI back) {
        return location(served.comeBack(served.member, back)).toString();
    }

    private long connect() {
        String page = arrived(ConsentForm.answer(begin(), DID, "allow"));
        assertThat(page).startsWith("/dashboard/connections?business=1&connection=");
        return Long.parseLong(page.substring(page.lastIndexOf('=') + 1));
    }

    private static String accounts(long connection) {
        return CONNECTIONS + "/" + connection + "/accounts?business_id=1";
    }

    private JsonNode find(long connection) {
        for (JsonNode one : served.get(CONNECTIONS + "?business_id=1").get("connections")) {
            if (one.get("connection_id").longValue() == connection) {
                return one;
            }
        }
        throw new AssertionError("no connection " + connection);
    }

    private JsonNode platform() {
        return served.get(CONNECTIONS + "/platforms").get("platforms").get(1);
    }

    private static HttpResponse<String> fetched(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void reachedAt(String address) {
        Map<String, String> environment = new HashMap<>(FakeLogin.ENVIRONMENT);
        environment.put("TIDEMARK_PUBLIC_URL", address);
        served.restart(environment);
    }

    @Test
    void aPersonAgreesOnThePageChoosesTheAccountAndIsRenewed() {
        long connection = connect();

        JsonNode made = find(connection);
        assertThat(made.get("title").stringValue()).isEqualTo("Acme & Sons");
        assertThat(made.get("login_title").stringValue()).isEqualTo("Bluesky (on Bluesky's page)");
        assertThat(made.get("days_left").longValue()).isEqualTo(14);
        served.clock.advance(Duration.ofMinutes(1));
        assertThat(find(connection).get("status").stringValue()).isEqualTo("good");
        json(200, served.send(served.member, "POST", accounts(connection), "{\"external_ids\": [\"" + DID + "\"]}"));
        int renewals = bluesky.counts().getOrDefault("POST token", 0);
        for (int i = 0; i < 3; i++) {
            served.clock.advance(Duration.ofHours(2));
            clock.advance(Duration.ofHours(2));
            assertThat(served.get(accounts(connection))
                            .get("accounts")
                            .get(0)
                            .get("external_id")
                            .stringValue())
                    .isEqualTo(DID);
        }
        // Each with what is to stand in the proof, which has changed meanwhile.
        assertThat(bluesky.counts().getOrDefault("POST token", 0) - renewals).isEqualTo(6);

        bluesky.revoke(DID);
        served.clock.advance(Duration.ofHours(2));
        clock.advance(Duration.ofHours(2));
        JsonNode gone = json(409, served.send(served.member, "GET", accounts(connection), null));
        assertThat(gone.get("code").stringValue()).isEqualTo("sign_in_again");
        assertThat(find(connection).get("status").stringValue()).isEqualTo("sign_in_again");
    }

    @Test
    void whoDoesNotAgreeIsToldSo() {
        assertThat(arrived(ConsentForm.answer(begin(), DID, "deny"))).endsWith("problem=denied");
    }

    @Test
    void somebodyElseThanWasNamedIsTold() {
        assertThat(arrived(ConsentForm.answer(begin(), OTHER, "allow"))).endsWith("problem=other_account");
    }

    /// A server that got hold of what is meant for another one cannot pass its own answer off as that one's (RFC
    /// 9207).
    @ParameterizedTest
    @ValueSource(strings = {"allow", "deny"})
    void anAnswerInTheNameOfAnotherServerIsNotTaken(String decision) {
        bluesky.pretend(URI.create("https://evil.example"));

        assertThat(arrived(ConsentForm.answer(begin(), DID, decision))).endsWith("problem=unknown_sign_in");
    }

    @Test
    void anAnswerThatDoesNotSayWhoseItIsIsNotTaken() {
        URI back = ConsentForm.answer(begin(), DID, "allow");
        URI nameless = URI.create(back.toString().replaceFirst("iss=[^&]*&", ""));

        assertThat(arrived(nameless)).endsWith("problem=unknown_sign_in");
    }

    @Test
    void theWayBackIsGoneOnce() {
        URI back = ConsentForm.answer(begin(), DID, "allow");

        assertThat(arrived(back)).contains("connection=");
        assertThat(arrived(back)).endsWith("problem=used");
    }

    @Test
    void aNameThatNobodyHasIsSaidOfItsField() {
        JsonNode problem = json(400, wanted("nobody.example"));

        assertThat(problem.get("member").stringValue()).isEqualTo("fields.handle");
        assertThat(problem.get("detail").stringValue()).contains("knows nobody called nobody.example");
    }

    @Test
    void onThisMachineNothingIsToldAtAnAddress() throws Exception {
        assertThat(platform().get("ready").booleanValue()).isTrue();
        assertThat(fetched(served.origin() + DOCUMENT).statusCode()).isEqualTo(404);
        assertThat(fetched(served.origin() + DOCUMENT.replace("bluesky_oauth", "fake"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPublicServerTellsWhoItIs() throws Exception {
        reachedAt("https://tidemark.example.com");

        assertThat(platform().get("ready").booleanValue()).isTrue();
        HttpResponse<String> answer = fetched(served.origin() + DOCUMENT);
        JsonNode told = json(200, answer);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(told.get("client_id").stringValue()).isEqualTo("https://tidemark.example.com" + DOCUMENT);
        assertThat(told.get("redirect_uris").toString())
                .isEqualTo("[\"https://tidemark.example.com/oauth/bluesky_oauth/callback\"]");
        assertThat(told.get("client_uri").stringValue()).isEqualTo("https://tidemark.example.com/");
        assertThat(told.get("scope").stringValue()).startsWith("atproto rpc?lxm=app.bsky.actor.getProfile&");
        assertThat(told.get("grant_types").toString()).isEqualTo("[\"authorization_code\",\"refresh_token\"]");
        assertThat(told.get("response_types").toString()).isEqualTo("[\"code\"]");
        assertThat(told.get("application_type").stringValue()).isEqualTo("web");
        assertThat(told.get("token_endpoint_auth_method").stringValue()).isEqualTo("none");
        assertThat(told.get("dpop_bound_access_tokens").booleanValue()).isTrue();
        assertThat(begin().getQuery()).contains("client_id=https://tidemark.example.com" + DOCUMENT);
    }

    @Test
    void aServerOfALocalNetworkSaysWhatToDo() throws Exception {
        reachedAt("http://tidemark.lan:8003");

        assertThat(platform().get("ready").booleanValue()).isFalse();
        assertThat(platform().get("missing").toString()).isEqualTo("[\"TIDEMARK_PUBLIC_URL\"]");
        assertThat(platform().get("advice").stringValue()).contains("http://tidemark.lan:8003/", "TIDEMARK_PUBLIC_URL");
        JsonNode refused = json(409, wanted("acme.example"));
        assertThat(refused.get("code").stringValue()).isEqualTo("login_not_set_up");
        assertThat(refused.get("detail").stringValue()).contains("TIDEMARK_PUBLIC_URL");
        assertThat(fetched(served.origin() + DOCUMENT).statusCode()).isEqualTo(404);
    }

    @Test
    void tokensAndKeysAreInNothingThatAnybodyReads() {
        long connection = connect();
        served.clock.advance(Duration.ofHours(2));
        clock.advance(Duration.ofHours(2));
        served.get(accounts(connection));
        arrived(URI.create(ConsentForm.answer(begin(), DID, "allow").toString().replaceFirst("code=.*", "code=x")));

        String logged = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        assertThat(logged).contains("login=bluesky_oauth signed in", "login=bluesky_oauth renewed", "refused");
        assertThat(bluesky.givenOut()).hasSizeGreaterThanOrEqualTo(4);
        bluesky.givenOut().forEach(token -> assertThat(logged + served.heard).doesNotContain(token));
        assertThat(logged + served.heard).doesNotContain("kty", "P-256", "eyJ");
    }
}
