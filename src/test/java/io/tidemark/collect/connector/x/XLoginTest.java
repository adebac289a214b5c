package io.tidemark.collect.connector.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.DirectTokenCalls;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sign-in, as a person with a browser goes through it.
class XLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Login.App APP =
            new Login.App("client", new Secret("not-told"), URI.create("https://tidemark.example/oauth/x/callback"));
    private static final Login.Authorization REQUEST =
            new Login.Authorization("state &1", new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final XSimulator simulator = new XSimulator(world, clock);
    private final HttpClient browser = HttpClient.newHttpClient();
    private XConnector x = XSamples.connector();
    private XLogin login = new XLogin(ConnectorSettings.DEFAULT, x);
    private DirectTokenCalls calls = new DirectTokenCalls(x, clock);

    @BeforeEach
    void start() {
        world.add(new AccountPlan("42", "acme", "Acme", 1, Duration.ofDays(3), 10, XSimulator.kinds()));
        simulator.register("client", "not-told", APP.redirect().toString());
        simulator.start();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "base-url",
                simulator.address().toString(),
                "authorize-url",
                simulator.address() + "/i/oauth2/authorize"));
        x = new XConnector(settings);
        login = new XLogin(settings, x);
        calls = new DirectTokenCalls(x, clock);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> visit(URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Fills in the form of the page, and returns where it leads.
    private Map<String, String> decide(Login.Authorization request, String decision) throws Exception {
        String page = visit(login.authorization(APP, request)).body();
        Map<String, String> form = new HashMap<>(Map.of("account", "42", "decision", decision));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(simulator.address().resolve("/i/oauth2/authorize"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(APP.redirect() + "?");
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private Login.Grant signIn() throws Exception {
        return login.redeem(calls, APP, REQUEST, code());
    }

    private String code() throws Exception {
        Map<String, String> back = decide(REQUEST, "allow");
        assertThat(back).containsEntry("state", "state &1");
        return back.getOrDefault("code", "");
    }

    @Test
    void theAddressAsksForReadingAlone() {
        URI address = new XLogin(ConnectorSettings.DEFAULT, x).authorization(APP, REQUEST);

        // The challenge is that of RFC 7636, appendix B.
        assertThat(address)
                .hasToString("https://x.com/i/oauth2/authorize?response_type=code&client_id=client"
                        + "&redirect_uri=https%3A%2F%2Ftidemark.example%2Foauth%2Fx%2Fcallback"
                        + "&scope=tweet.read%20users.read%20offline.access&state=state%20%261"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        assertThat(login.proofKey()).isTrue();
    }

    @Test
    void aPersonWhoAllowsItIsRead() throws Exception {
        Login.Grant grant = signIn();

        assertThat(grant.issuedAt()).isEqualTo(NOW);
        assertThat(grant.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(grant.scopes()).containsExactlyInAnyOrder("tweet.read", "users.read", "offline.access");
        DirectApi api = new DirectApi(x, simulator.address(), grant.token().value(), clock);
        assertThat(x.accounts(api, null).items().getFirst().key().handle()).isEqualTo("acme");
    }

    @Test
    void aPersonWhoDoesNotGivesNoCode() throws Exception {
        assertThat(decide(REQUEST, "deny"))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void eachRenewalBringsATokenForTheNextAndEndsItsOwn() throws Exception {
        Login.Grant first = signIn();
        clock.advance(Duration.ofHours(3));

        Login.Grant second = Objects.requireNonNull(login.renew(calls, APP, first));

        assertThat(second.renewal()).isNotNull().isNotEqualTo(first.renewal());
        assertThat(second.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThatThrownBy(() -> login.renew(calls, APP, first))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class));
        assertThat(login.renew(calls, APP, second)).isNotNull();
    }

    @Test
    void aWrongVerifierAndAnOldCodeAreRefused() throws Exception {
        Login.Authorization other = new Login.Authorization("state", new Secret("another-verifier"));
        String code = code();
        assertThatThrownBy(() -> login.redeem(calls, APP, other, code))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("code verifier");

        String late = code();
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> login.redeem(calls, APP, REQUEST, late))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("authorization code");
    }

    @Test
    void aWrongSecretOrAddressIsForTheOperatorToMend() throws Exception {
        Login.App wrong = new Login.App("client", new Secret("guessed"), APP.redirect());
        String code = code();
        assertThatThrownBy(() -> login.redeem(calls, wrong, REQUEST, code))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Misconfigured.class))
                .hasMessageNotContaining("guessed");

        Login.App elsewhere = new Login.App("client", APP.clientSecret(), URI.create("https://evil.example/"));
        Login.App unknown = new Login.App("nobody", APP.clientSecret(), APP.redirect());
        assertThat(visit(login.authorization(elsewhere, REQUEST)).statusCode()).isEqualTo(400);
        assertThat(visit(login.authorization(unknown, REQUEST)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsTakenBackIsGone() throws Exception {
        Login.Grant grant = signIn();
        DirectApi api = new DirectApi(x, simulator.address(), grant.token().value(), clock);

        calls.post(
                simulator.address().resolve("/2/oauth2/revoke"),
                Map.of("token", grant.token().value()),
                APP);

        assertThatThrownBy(() -> x.accounts(api, null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.TokenExpired.class));
        assertThatThrownBy(() -> login.renew(calls, APP, grant))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class));
    }

    @Test
    void withoutOfflineAccessThereIsNoRenewal() throws Exception {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "base-url",
                simulator.address().toString(),
                "authorize-url",
                simulator.address() + "/i/oauth2/authorize",
                "scopes",
                "tweet.read,users.read"));
        login = new XLogin(settings, x);

        Login.Grant grant = signIn();

        assertThat(grant.renewal()).isNull();
        assertThat(login.renew(calls, APP, grant)).isNull();
    }
}
