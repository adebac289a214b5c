package io.tidemark.collect.connector.pinterest;

import static io.tidemark.collect.connector.graph.MetaScene.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.Browser;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Login.App;
import io.tidemark.collect.connector.Login.Authorization;
import io.tidemark.collect.connector.Login.Grant;
import io.tidemark.collect.connector.Login.TokenCalls;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.pinterest.PinterestSimulator;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sign-in, as a person with a browser goes through it.
class PinterestLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final URI BACK = URI.create("https://stats.example/oauth/pinterest/callback");
    private static final App APP = new App("1500", new Secret("not-told"), BACK);
    private static final Authorization REQUEST = new Authorization("state &1", null);

    private final MutableClock clock = new MutableClock(NOW);
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final PinterestSimulator simulator = new PinterestSimulator(world, clock);
    private final ConnectorSettings settings = new ConnectorSettings(
            Map.of("base-url", simulator.address() + "/v5", "authorize-url", simulator.address() + "/oauth/"));
    private final PinterestConnector pinterest = new PinterestConnector(settings, clock);
    private final PinterestLogin login = new PinterestLogin(settings, pinterest);
    private final TokenCalls calls = new HttpTokenCalls(clock);
    private final Browser browser = new Browser();

    @BeforeEach
    void start() {
        world.add(new AccountPlan("42", "acme", "Acme", 1, Duration.ofDays(9), 10, PinterestSimulator.kinds()));
        simulator.register("1500", "not-told", BACK.toString());
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        browser.close();
    }

    private String code() {
        Map<String, String> back = browser.answer(login.authorization(APP, REQUEST), "42", "allow", Set.of());
        assertThat(back).containsEntry("state", "state &1");
        return back.getOrDefault("code", "none");
    }

    private Grant redeem(App app, String code) {
        return login.redeem(calls, app, REQUEST, code);
    }

    private Grant renew(Grant grant) {
        return Objects.requireNonNull(login.renew(calls, APP, grant));
    }

    @Test
    void itOpensTheAccountForThirtyDaysAndIsRenewableForSixty() {
        Grant grant = redeem(APP, code());

        assertThat(grant.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(grant.renewalExpiresAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
        assertThat(grant.scopes()).containsExactlyInAnyOrder("user_accounts:read", "boards:read", "pins:read");
        DirectApi api = new DirectApi(pinterest, pinterest.base(), grant.token().value(), clock);
        assertThat(pinterest.accounts(api, null).items())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.key().name()).isEqualTo("Acme");
                    assertThat(found.account().externalId()).isEqualTo("42");
                })
                .extracting(FoundAccount::obstacle)
                .isNull();
    }

    @Test
    void eachRenewalBringsAnotherTokenForTheNextWithoutEnd() {
        Grant grant = redeem(APP, code());
        for (int month = 1; month <= 4; month++) {
            clock.advance(Duration.ofDays(25));
            Grant renewed = renew(grant);
            assertThat(renewed.token()).isNotEqualTo(grant.token());
            assertThat(renewed.renewal()).isNotNull().isNotEqualTo(grant.renewal());
            assertThat(renewed.renewalExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(60)));
            assertThat(renewed.scopes()).isEqualTo(grant.scopes());
            grant = renewed;
        }
    }

    @Test
    void whoIsNotRenewedWithinSixtyDaysSignsInAgain() {
        Grant grant = redeem(APP, code());
        clock.advance(Duration.ofDays(61));

        assertThat(fault(() -> renew(grant))).isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = code();
        redeem(APP, code);

        assertThat(fault(() -> redeem(APP, code))).isInstanceOf(Fault.SignInGone.class);
    }

    @Test
    void aWrongSecretIsForWhoeverRunsTheServer() {
        String code = code();

        assertThat(fault(() -> redeem(new App("1500", new Secret("wrong-secret"), BACK), code)))
                .isInstanceOfSatisfying(
                        Fault.Misconfigured.class,
                        fault -> assertThat(fault.said().english())
                                .contains("Authentication failed.", "id and secret")
                                .doesNotContain("wrong-secret"));
    }

    @Test
    void whoeverCancelsComesBackWithoutACode() {
        assertThat(browser.answer(login.authorization(APP, REQUEST), "42", "deny", Set.of()))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void aPageForAnotherAppOrAnotherAddressShowsNoForm() {
        for (App wrong : Set.of(
                new App("1", APP.clientSecret(), BACK),
                new App("1500", APP.clientSecret(), URI.create("https://evil.example/")))) {
            assertThat(browser.page(login.authorization(wrong, REQUEST))).doesNotContain("<form");
        }
    }

    @Test
    void scopesHaveCommas() {
        assertThat(login.authorization(APP, REQUEST).getQuery())
                .contains("scope=user_accounts:read,boards:read,pins:read", "response_type=code");
        assertThat(login.traits().proofKey()).isFalse();
    }
}
