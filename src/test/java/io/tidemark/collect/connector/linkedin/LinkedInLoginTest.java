package io.tidemark.collect.connector.linkedin;

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
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sign-in, as a person with a browser goes through it.
class LinkedInLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Set<String> APPROVED =
            Set.of("r_basicprofile", "rw_organization_admin", "r_organization_social", "r_organization_social_feed");
    private static final Login.App APP = new Login.App(
            "client", new Secret("not-told"), URI.create("https://tidemark.example/oauth/linkedin/callback"));
    private static final Login.Authorization REQUEST = new Login.Authorization("state &1", null);
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final LinkedInSimulator simulator = new LinkedInSimulator(world, clock);
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        world.add(new AccountPlan(
                "urn:li:organization:1", "acme", "Acme", 1, Duration.ofDays(3), 10, LinkedInSimulator.kinds()));
        simulator.register("client", "not-told", APP.redirect().toString(), APPROVED);
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sendsThePersonToLinkedIn() {
        LinkedInLogin shipped =
                new LinkedInLogin(ConnectorSettings.DEFAULT, new LinkedIn(ConnectorSettings.DEFAULT, clock));
        assertThat(shipped.authorization(APP, REQUEST))
                .hasToString(
                        "https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_id=client"
                                + "&redirect_uri=https%3A%2F%2Ftidemark.example%2Foauth%2Flinkedin%2Fcallback&state=state%20%261"
                                + "&scope=r_basicprofile%20rw_organization_admin%20r_organization_social%20r_organization_social_feed");
        assertThat(shipped.proofKey()).isFalse();
    }

    @Test
    void getsATokenOfSixtyDaysThatOpensThePages() throws Exception {
        LinkedInLogin login = login(Map.of());
        Map<String, String> back = decide(login, "allow");
        assertThat(back).containsEntry("state", "state &1");
        Login.Grant grant = redeem(login, back);

        assertThat(grant.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
        assertThat(grant.scopes()).isEqualTo(APPROVED);
        assertThat(grant.renewal()).isNull();
        assertThat(login.renew(calls(login), APP, grant))
                .as("only partners renew")
                .isNull();
        LinkedIn connector = (LinkedIn) login.connectors().getFirst();
        DirectApi api =
                new DirectApi(connector, simulator.address(), grant.token().value(), clock);
        assertThat(connector.accounts(api, null).items()).hasSize(1);
        assertThatThrownBy(() -> redeem(login, back)).as("a code is good once").isInstanceOf(CallFailed.class);
    }

    @Test
    void renewsForAYearFromTheFirstGrant() throws Exception {
        simulator.partner(true);
        LinkedInLogin login = login(Map.of());
        Login.Grant grant = redeem(login, decide(login, "allow"));
        Instant end = NOW.plus(Duration.ofDays(365));
        assertThat(grant.renewalExpiresAt()).isEqualTo(end);

        clock.advance(Duration.ofDays(59));
        Login.Grant renewed = Objects.requireNonNull(login.renew(calls(login), APP, grant));
        assertThat(renewed.token()).isNotEqualTo(grant.token());
        assertThat(renewed.renewal()).isEqualTo(grant.renewal());
        assertThat(renewed.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(60)));
        assertThat(renewed.renewalExpiresAt()).isEqualTo(end);

        clock.advance(Duration.ofDays(306));
        assertThatThrownBy(() -> login.renew(calls(login), APP, renewed)).isInstanceOf(CallFailed.class);
    }

    @Test
    void comesBackWithoutACodeWhereThePersonOrLinkedInRefuses() throws Exception {
        assertThat(decide(login(Map.of()), "deny"))
                .containsEntry("error", "user_cancelled_authorize")
                .doesNotContainKey("code");
        assertThat(decide(login(Map.of("scopes", "r_basicprofile,r_member_postAnalytics")), "allow"))
                .containsEntry("error", "unauthorized_scope_error");
    }

    @Test
    void mayNotReadWhatWasNotGranted() throws Exception {
        LinkedInLogin login = login(Map.of("scopes", "r_basicprofile"));
        LinkedIn connector = (LinkedIn) login.connectors().getFirst();
        Login.Grant grant = redeem(login, decide(login, "allow"));
        DirectApi api =
                new DirectApi(connector, simulator.address(), grant.token().value(), clock);
        assertThatThrownBy(() -> connector.accounts(api, null))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOf(Fault.NotPermitted.class)
                                .extracting(Fault::said)
                                .asString()
                                .endsWith("Grant rw_organization_admin when you sign in."));
    }

    @Test
    void isRefusedWithAnotherAppOrAddress() throws Exception {
        LinkedInLogin login = login(Map.of());
        Login.App elsewhere =
                new Login.App("client", new Secret("not-told"), URI.create("https://other.example/callback"));
        Login.App stranger = new Login.App("stranger", new Secret("not-told"), APP.redirect());
        assertThat(visit(login.authorization(elsewhere, REQUEST)).body()).contains("redirect_uri");
        assertThat(visit(login.authorization(stranger, REQUEST)).statusCode()).isEqualTo(400);
        Map<String, String> back = decide(login, "allow");
        Login.App guessing = new Login.App("client", new Secret("guessed"), APP.redirect());
        assertThatThrownBy(() -> login.redeem(calls(login), guessing, REQUEST, back.getOrDefault("code", "")))
                .isInstanceOf(CallFailed.class);
    }

    private LinkedInLogin login(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("authorize-url", simulator.address() + "/oauth/v2/authorization");
        settings.put("token-url", simulator.address() + "/oauth/v2/accessToken");
        ConnectorSettings all = new ConnectorSettings(settings);
        return new LinkedInLogin(all, new LinkedIn(all, clock));
    }

    private DirectTokenCalls calls(LinkedInLogin login) {
        return new DirectTokenCalls(login.connectors().getFirst(), clock);
    }

    private Login.Grant redeem(LinkedInLogin login, Map<String, String> back) {
        return login.redeem(calls(login), APP, REQUEST, back.getOrDefault("code", ""));
    }

    private HttpResponse<String> visit(URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Answers the page that asks, and returns what it leads back with.
    private Map<String, String> decide(LinkedInLogin login, String decision) throws Exception {
        String page = visit(login.authorization(APP, REQUEST)).body();
        assertThat(page).contains("Allow");
        Map<String, String> form = new HashMap<>(Map.of("decision", decision));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest answer = HttpRequest.newBuilder(simulator.address().resolve("/oauth/v2/authorization"))
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
}
