package io.tidemark.collect.connector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TokenGrant;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Both sign-ins, as a person with a browser goes through them.
class TikTokLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final Login.Authorization REQUEST = new Login.Authorization("state &1", null);
    private static final Login.App APP = app("client", "not-told", "tiktok");
    private static final Login.App BUSINESS_APP = app("business", "not-told", "tiktok_business");
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"(?:hidden|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final TikTokSimulator simulator = new TikTokSimulator(world, clock);
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Login.TokenCalls calls = new HttpTokenCalls(clock);
    private ConnectorSettings settings = ConnectorSettings.DEFAULT;
    private TikTokDisplay display = new TikTokDisplay(settings, clock);
    private TikTokBusiness business = new TikTokBusiness(settings, "business", clock);

    @BeforeEach
    void start() {
        world.add(new AccountPlan("42", "acme", "Acme", 1, Duration.ofDays(9), 10, TikTokSimulator.kinds()));
        simulator.registerDisplay("client", "not-told", APP.redirect().toString());
        simulator.registerBusiness(
                "business", "not-told", BUSINESS_APP.redirect().toString());
        simulator.start();
        settings = settings(Map.of());
        display = new TikTokDisplay(settings, clock);
        business = new TikTokBusiness(settings, "business", clock);
    }

    @AfterEach
    void stop() {
        simulator.close();
        browser.close();
    }

    private static Login.App app(String id, String secret, String login) {
        return new Login.App(
                id, new Secret(secret), URI.create("https://tidemark.example/oauth/" + login + "/callback"));
    }

    private ConnectorSettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("base-url", simulator.address().toString());
        all.put("authorize-url", simulator.address() + "/v2/auth/authorize/");
        return new ConnectorSettings(all);
    }

    private Login.ByConsent displayLogin() {
        return new TikTokLogin(settings, display);
    }

    private Login.ByConsent businessLogin() {
        return new TikTokBusinessLogin(settings, business);
    }

    /// Fills in the form of the page without some permissions, and returns where it leads.
    private Map<String, String> decide(URI authorization, String decision, Set<String> without) throws Exception {
        String page = browser.send(HttpRequest.newBuilder(authorization).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Map<String, String> form = new HashMap<>(Map.of("account", "42", "decision", decision));
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            form.put(field.group(1), field.group(2).replace("&amp;", "&"));
        }
        without.forEach(scope -> form.remove("allow-" + scope));
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(simulator.address().resolve("/v2/auth/authorize/"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private Login.Grant signIn(Login.ByConsent login, Login.App app, Set<String> without) throws Exception {
        Map<String, String> back = decide(login.authorization(app, REQUEST), "allow", without);
        assertThat(back).containsEntry("state", "state &1");
        return login.redeem(calls, app, REQUEST, Objects.requireNonNull(back.get("code")));
    }

    private DirectApi api(Connector connector, Login.Grant grant) {
        return new DirectApi(connector, simulator.address(), grant.token().value(), clock);
    }

    private static Fault fault(ThrowingCallable call) {
        Fault[] fault = new Fault[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(CallFailed.class, failed -> fault[0] = failed.fault());
        return fault[0];
    }

    @Test
    void aPersonWhoAllowsItIsRead() throws Exception {
        Login.Grant grant = signIn(displayLogin(), APP, Set.of());
        Login.Grant other = signIn(businessLogin(), BUSINESS_APP, Set.of());

        assertThat(grant.scopes()).isEqualTo(TikTokSimulator.DISPLAY);
        assertThat(grant.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(grant.renewalExpiresAt()).isEqualTo(NOW.plus(Duration.ofDays(180)));
        assertThat(other.scopes()).isEqualTo(TikTokSimulator.BUSINESS);
        assertThat(other.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(other.renewalExpiresAt()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(display.accounts(api(display, grant), null).items())
                .extracting(found -> found.key().handle())
                .containsExactly("acme");
        assertThat(business.accounts(api(business, other), null).items())
                .extracting(found -> found.key().handle())
                .containsExactly("acme");
    }

    @Test
    void aPersonWhoDoesNotGivesNoCode() throws Exception {
        Map<String, String> back = decide(displayLogin().authorization(APP, REQUEST), "deny", Set.of());

        assertThat(back).containsEntry("error", "access_denied").doesNotContainKey("code");
    }

    @Test
    void permissionsThatAreSwitchedOffOneByOneAreMissed() throws Exception {
        Login.Grant grant = signIn(displayLogin(), APP, Set.of("user.info.stats", "video.list"));
        Login.Grant other = signIn(businessLogin(), BUSINESS_APP, Set.of("video.list"));

        assertThat(grant.scopes()).containsExactlyInAnyOrder("user.info.basic", "user.info.profile");
        assertThat(display.accounts(api(display, grant), null).items().getFirst())
                .satisfies(found -> {
                    assertThat(found.key().handle()).isEqualTo("acme");
                    assertThat(found.obstacle()).asString().contains("sign in again and leave all of them on");
                });
        assertThat(business.accounts(api(business, other), null)
                        .items()
                        .getFirst()
                        .obstacle())
                .asString()
                .contains("video.list");
    }

    @Test
    void eachRenewalBringsATokenForTheNextAndEndsItsOwn() throws Exception {
        for (Login.ByConsent login : new Login.ByConsent[] {displayLogin(), businessLogin()}) {
            Login.App app = login.key().equals("tiktok") ? APP : BUSINESS_APP;
            Login.Grant first = signIn(login, app, Set.of("user.info.stats"));
            Login.Grant second = Objects.requireNonNull(login.renew(calls, app, first));
            Login.Grant third = Objects.requireNonNull(login.renew(calls, app, second));

            assertThat(Set.of(first.renewal(), second.renewal(), third.renewal()))
                    .hasSize(3);
            assertThat(third.scopes()).isEqualTo(first.scopes()).doesNotContain("user.info.stats");
            assertThat(fault(() -> login.renew(calls, app, first)))
                    .as(login.key())
                    .isInstanceOf(Fault.SignInGone.class);
            assertThat(login.renew(calls, app, third)).isNotNull();
        }
    }

    @Test
    void whereTheAnswerLeavesSomethingOutWhatWasThereStays() {
        Login.Grant former = new Login.Grant(
                new Secret("old"), new Secret("renewal"), NOW, NOW, NOW.plus(Duration.ofDays(9)), Set.of("video.list"));

        Login.Grant renewed = new TokenGrant("TikTok", JsonMapper.shared().readTree("{\"access_token\":\"new\"}"))
                .renewed(NOW, former);

        assertThat(renewed)
                .isEqualTo(new Login.Grant(
                        new Secret("new"),
                        new Secret("renewal"),
                        NOW,
                        null,
                        NOW.plus(Duration.ofDays(9)),
                        Set.of("video.list")));
    }

    @Test
    void aProofKeyIsSentInHexadecimalDigitsWhereItIsWanted() throws Exception {
        settings = settings(Map.of("proof-key", "yes"));
        Login.ByConsent login = displayLogin();
        Login.Authorization request = new Login.Authorization("s", new Secret(VERIFIER));
        assertThat(displayLogin().proofKey()).isTrue();
        assertThat(businessLogin().proofKey()).isFalse();
        assertThat(login.authorization(APP, request).getQuery())
                .contains("code_challenge=13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3");

        String code = Objects.requireNonNull(
                decide(login.authorization(APP, request), "allow", Set.of()).get("code"));
        String other = Objects.requireNonNull(
                decide(login.authorization(APP, request), "allow", Set.of()).get("code"));

        assertThat(login.redeem(calls, APP, request, code)).isNotNull();
        assertThat(fault(() -> login.redeem(calls, APP, new Login.Authorization("s", new Secret("else")), other)))
                .isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void aWrongSecretIsForTheOperatorToMendAndToldToNobody() throws Exception {
        Login.App wrong = app("client", "guessed-secret", "tiktok");
        Login.App wrongBusiness = app("business", "guessed-secret", "tiktok_business");
        String code = Objects.requireNonNull(decide(displayLogin().authorization(APP, REQUEST), "allow", Set.of())
                .get("code"));

        assertThat(fault(() -> displayLogin().redeem(calls, wrong, REQUEST, code)))
                .isInstanceOf(Fault.Misconfigured.class);
        Fault refused = fault(() -> businessLogin().redeem(calls, wrongBusiness, REQUEST, code));
        assertThat(refused).isInstanceOf(Fault.Misconfigured.class);
        assertThat(refused.said().english()).doesNotContain("guessed-secret").doesNotContain(code);
    }

    @Test
    void aCodeIsGoodForAMomentAndOnce() throws Exception {
        String code = Objects.requireNonNull(decide(displayLogin().authorization(APP, REQUEST), "allow", Set.of())
                .get("code"));
        displayLogin().redeem(calls, APP, REQUEST, code);

        assertThat(fault(() -> displayLogin().redeem(calls, APP, REQUEST, code)))
                .isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void whatIsTakenBackIsGone() throws Exception {
        Login.Grant grant = signIn(displayLogin(), APP, Set.of());
        simulator.displayTokens().revoke("42");

        assertThat(fault(() -> display.accounts(api(display, grant), null))).isInstanceOf(Fault.TokenExpired.class);
        assertThat(fault(() -> displayLogin().renew(calls, APP, grant))).isInstanceOf(Fault.SignInGone.class);
    }
}
