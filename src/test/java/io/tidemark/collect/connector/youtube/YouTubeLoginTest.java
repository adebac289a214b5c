package io.tidemark.collect.connector.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.PossessionKey;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sign-in, as a person with a browser goes through it.
class YouTubeLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String CHANNEL = "UCacme";
    private static final Login.App APP = new Login.App(
            "client", new Secret("not-told"), URI.create("https://tidemark.example/oauth/youtube/callback"));
    private static final Login.Authorization REQUEST =
            new Login.Authorization("state &1", new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"(?:hidden|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Login.TokenCalls calls = new HttpTokenCalls(clock);
    private YouTubeSimulator simulator = new YouTubeSimulator(world, clock);
    private YouTubeConnector youtube = YouTubeSamples.connector();
    private YouTubeLogin login = new YouTubeLogin(ConnectorSettings.DEFAULT, youtube);

    @BeforeEach
    void start() {
        world.add(new AccountPlan(CHANNEL, "acme", "Acme", 1, Duration.ofDays(3), 10, YouTubeSimulator.kinds()));
        use(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        browser.close();
    }

    private void use(YouTubeSimulator other) {
        simulator = other;
        simulator.register("client", "not-told", APP.redirect().toString());
        simulator.start();
        String address = simulator.address().toString();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "base-url",
                address,
                "analytics-url",
                address,
                "authorize-url",
                address + "/o/oauth2/v2/auth",
                "token-url",
                address + "/token"));
        youtube = new YouTubeConnector(settings, clock);
        login = new YouTubeLogin(settings, youtube);
    }

    /// Fills in the form of the page, and returns where it leads.
    ///
    /// @param unticked part of the names of permissions that are not given; empty for none
    private Map<String, String> decide(String decision, String unticked) throws Exception {
        HttpRequest visit =
                HttpRequest.newBuilder(login.authorization(APP, REQUEST)).build();
        String page = browser.send(visit, HttpResponse.BodyHandlers.ofString()).body();
        Map<String, String> form = new HashMap<>(Map.of("account", CHANNEL, "decision", decision));
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            boolean left = !unticked.isEmpty() && field.group(1).contains(unticked);
            if (!left) {
                form.put(field.group(1), field.group(2).replace("&amp;", "&"));
            }
        }
        String body = form.entrySet().stream()
                .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest answer = HttpRequest.newBuilder(simulator.address().resolve("/o/oauth2/v2/auth"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String location = browser.send(answer, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).startsWith(APP.redirect() + "?");
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String code() throws Exception {
        Map<String, String> back = decide("allow", "");
        assertThat(back).containsEntry("state", "state &1");
        return back.getOrDefault("code", "");
    }

    private Login.Grant signIn() throws Exception {
        return login.redeem(calls, APP, REQUEST, code());
    }

    private DirectApi api(Login.Grant grant) {
        return new DirectApi(youtube, simulator.address(), grant.token().value(), clock);
    }

    @Test
    void theAddressAsksForReadingAloneAndForATokenThatRenews() {
        URI address = new YouTubeLogin(ConnectorSettings.DEFAULT, youtube).authorization(APP, REQUEST);

        // The challenge is that of RFC 7636, appendix B.
        assertThat(address)
                .hasToString("https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=client"
                        + "&redirect_uri=https%3A%2F%2Ftidemark.example%2Foauth%2Fyoutube%2Fcallback"
                        + "&scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fyoutube.readonly%20"
                        + "https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fyt-analytics.readonly"
                        + "&access_type=offline&prompt=consent&include_granted_scopes=true&state=state%20%261"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
    }

    @Test
    void aPersonWhoAllowsItIsRead() throws Exception {
        Login.Grant grant = signIn();

        assertThat(grant.expiresAt()).isEqualTo(NOW.plusSeconds(3599));
        assertThat(grant.renewal()).isNotNull();
        assertThat(grant.renewalExpiresAt()).isNull();
        assertThat(grant.scopes()).containsExactlyInAnyOrderElementsOf(login.scopes());
        assertThat(youtube.accounts(api(grant), null).items().getFirst().key().handle())
                .isEqualTo("acme");
    }

    @Test
    void aPersonWhoDoesNotGivesNoCode() throws Exception {
        assertThat(decide("deny", "")).containsEntry("error", "access_denied").doesNotContainKey("code");
    }

    @Test
    void aPermissionThatIsNotTickedIsMissedByNameAndTheRestIsRead() throws Exception {
        String code = decide("allow", "yt-analytics").getOrDefault("code", "");
        Login.Grant grant = login.redeem(calls, APP, REQUEST, code);
        LocalDate day = LocalDate.parse("2026-11-20");

        assertThat(grant.scopes()).containsExactly("https://www.googleapis.com/auth/youtube.readonly");
        assertThat(youtube.readAccount(api(grant), YouTubeSamples.ACME).key().handle())
                .isEqualTo("acme");
        assertThatThrownBy(() -> youtube.readDays(
                        api(grant),
                        YouTubeSamples.ACME,
                        youtube.dayRoutes().getFirst(),
                        day,
                        day,
                        youtube.dayRoutes().getFirst().metrics()))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.NotPermitted.class))
                .hasMessageContaining("yt-analytics.readonly");
    }

    @Test
    void theTokenThatRenewsStaysTheSame() throws Exception {
        Login.Grant first = signIn();
        clock.advance(Duration.ofHours(3));

        Login.Grant second = Objects.requireNonNull(login.renew(calls, APP, first));

        assertThat(second.renewal()).isEqualTo(first.renewal());
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.scopes()).isEqualTo(first.scopes());
        clock.advance(Duration.ofDays(300));
        assertThat(login.renew(calls, APP, second)).isNotNull();
    }

    @Test
    void whileTheAppIsInTestingASignInEndsAfterSevenDaysAndSaysSo() throws Exception {
        simulator.close();
        use(YouTubeSimulator.inTesting(world, clock));
        Login.Grant first = signIn();
        clock.advance(Duration.ofDays(6));
        Login.Grant later = Objects.requireNonNull(login.renew(calls, APP, first));

        assertThat(first.renewalExpiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(later.renewalExpiresAt()).isEqualTo(first.renewalExpiresAt());
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> login.renew(calls, APP, later))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class))
                .hasMessageContaining("expired or revoked");
    }

    @Test
    void whatIsTakenBackIsGone() throws Exception {
        Login.Grant grant = signIn();
        simulator.tokens().revoke(CHANNEL);

        assertThatThrownBy(() -> youtube.accounts(api(grant), null))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.TokenExpired.class));
        assertThatThrownBy(() -> login.renew(calls, APP, grant))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class));
    }

    @Test
    void aWrongVerifierAndAnOldCodeAreRefused() throws Exception {
        Login.Authorization other = new Login.Authorization("state", new Secret("another-verifier"));
        String code = code();
        assertThatThrownBy(() -> login.redeem(calls, APP, other, code)).isInstanceOf(CallFailed.class);

        String late = code();
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> login.redeem(calls, APP, REQUEST, late)).isInstanceOf(CallFailed.class);
    }

    @Test
    void aWrongSecretIsForTheOperatorToMend() throws Exception {
        Login.App wrong = new Login.App("client", new Secret("guessed"), APP.redirect());
        String code = code();

        assertThatThrownBy(() -> login.redeem(calls, wrong, REQUEST, code))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Misconfigured.class))
                .hasMessageNotContaining("guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\":\"\"}", "{\"refresh_token\":\"1//0\"}"})
    void anAnswerWithoutATokenIsNone(String answer) {
        assertThatThrownBy(() -> login.redeem(answering(answer), APP, REQUEST, "code"))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Unreadable.class));
    }

    private Login.TokenCalls answering(String json) {
        return new Login.TokenCalls() {
            @Override
            public JsonNode post(URI address, Map<String, String> form, Login.@Nullable App basic) {
                return JsonMapper.shared().readTree(json);
            }

            @Override
            public JsonNode postJson(URI address, Map<String, String> fields) {
                throw new AssertionError("Google takes forms");
            }

            @Override
            public JsonNode get(URI address) {
                throw new IllegalStateException("nothing is got");
            }

            @Override
            public JsonNode prove(URI address, URI known, Map<String, String> form, PossessionKey key) {
                throw new AssertionError("Google takes no proofs");
            }

            @Override
            public JsonNode send(URI base, ApiRequest request, Secret token) {
                throw new IllegalStateException("nothing is sent");
            }

            @Override
            public Instant now() {
                return clock.instant();
            }
        };
    }
}
