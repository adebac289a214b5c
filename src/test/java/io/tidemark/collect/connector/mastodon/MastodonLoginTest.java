package io.tidemark.collect.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator.Trouble;
import io.tidemark.testing.ConsentForm;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two ways to connect, as a person goes through them.
class MastodonLoginTest {
    private static final URI REDIRECT = URI.create("https://tidemark.example/oauth/mastodon/callback");
    private static final URI HOME = URI.create("https://social.example");
    private static final String ACME = "social.example/109300000000000001";
    private static final Map<String, String> TOLD = Map.of("server", "social.example");
    private static final Login.Authorization REQUEST =
            new Login.Authorization("state &1", new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), TOLD);

    private final MutableClock clock = new MutableClock(Canned.NOW);
    private final World world = new World(1, clock, Duration.ofDays(1));
    private final Login.TokenCalls calls = new HttpTokenCalls(clock);
    private final MastodonSimulator simulator = new MastodonSimulator(world, clock);
    private final ConnectorSettings settings =
            new ConnectorSettings(Map.of("servers", HOME + "=" + simulator.address()));
    private final MastodonConnector mastodon = new MastodonConnector(settings, clock);
    private final MastodonLogin login = new MastodonLogin(settings, mastodon, clock);
    private final MastodonPublic open = new MastodonPublic(settings, mastodon);

    @BeforeEach
    void start() {
        world.add(new AccountPlan(
                ACME, "acme@social.example", "Acme", 1, Duration.ofDays(3), 10, MastodonSimulator.kinds()));
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Login.Grant signIn() {
        Login.ByNamedServer.Registered registered = login.register(calls, TOLD, REDIRECT);
        URI back = ConsentForm.answer(login.authorization(registered.app(), REQUEST), ACME, "allow");
        assertThat(back.toString()).startsWith(REDIRECT + "?state=state+%261&code=");
        String code = URLDecoder.decode(back.toString().replaceFirst(".*code=", ""), StandardCharsets.UTF_8);
        return login.redeem(calls, registered.app(), REQUEST, code);
    }

    @Test
    void theAddressIsThatOfTheServerAndAsksForReadingAlone() {
        Login.App app = new Login.App("client", new Secret("not-told"), REDIRECT);
        MastodonLogin shipped = new MastodonLogin(ConnectorSettings.DEFAULT, mastodon, clock);

        // The challenge is that of RFC 7636, appendix B.
        assertThat(shipped.authorization(app, REQUEST))
                .hasToString("https://social.example/oauth/authorize?response_type=code&client_id=client"
                        + "&redirect_uri=https%3A%2F%2Ftidemark.example%2Foauth%2Fmastodon%2Fcallback"
                        + "&scope=read%3Aaccounts%20read%3Astatuses&state=state%20%261"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        assertThat(shipped.authorization(app, new Login.Authorization("1", null, TOLD))
                        .toString())
                .doesNotContain("challenge");
    }

    @Test
    void aPersonWhoAllowsItIsReadForEver() {
        Login.Grant grant = signIn();

        assertThat(grant.place()).isEqualTo(new Login.Place(HOME, "109300000000000001"));
        assertThat(grant.expiresAt()).isNull();
        assertThat(grant.renewal()).isNull();
        assertThat(grant.scopes()).containsExactlyInAnyOrder("read:accounts", "read:statuses");
    }

    @Test
    void anAppIsKeptForAnHour() {
        Login.App first = login.register(calls, TOLD, REDIRECT).app();
        assertThat(login.register(calls, TOLD, REDIRECT).app()).isEqualTo(first);
        assertThat(login.register(calls, TOLD, URI.create("http://127.0.0.1:8003/oauth/mastodon/callback"))
                        .app())
                .as("for another address")
                .isNotEqualTo(first);
        clock.advance(Duration.ofMinutes(61));
        assertThat(login.register(calls, TOLD, REDIRECT).app()).isNotEqualTo(first);
    }

    @Test
    void aServerOfThisNetworkIsNotAskedForAnApp() {
        ConnectorSettings inside = new ConnectorSettings(Map.of("servers", "https://another.example"));
        MastodonLogin other = new MastodonLogin(inside, new MastodonConnector(inside, clock), clock);

        assertThatThrownBy(() -> other.register(calls, TOLD, REDIRECT)).isInstanceOf(Login.NotTaken.class);
        assertThatThrownBy(() -> new MastodonLogin(ConnectorSettings.DEFAULT, mastodon, clock)
                        .register(calls, Map.of("server", "127.0.0.1"), REDIRECT))
                .isInstanceOf(Login.NotTaken.class);
        assertThat(simulator.counts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme@social.example",
                "acme@social.example",
                "https://social.example/@acme",
                "@acme@Social.Example"
            })
    void anAccountIsFoundByItsName(String typed) {
        Login.Grant grant = open.enter(calls, Map.of("account", typed));

        assertThat(grant.place()).isEqualTo(new Login.Place(HOME, "109300000000000001"));
        assertThat(grant.token()).isEqualTo(Secret.NONE);
        assertThat(grant.expiresAt()).isNull();
    }

    @Test
    void anAccountThatIsNotThereIsRefusedByItsField() {
        assertThatThrownBy(() -> open.enter(calls, Map.of("account", "@nobody@social.example")))
                .isInstanceOfSatisfying(
                        Login.NotTaken.class,
                        refused -> assertThat(refused.field()).isEqualTo("account"))
                .hasMessage("social.example knows no account nobody.");
    }

    @Test
    void whereAServerTellsStrangersNothingThePersonIsToldToSignIn() {
        simulator.trouble(Trouble.CLOSED_TO_STRANGERS);

        assertThatThrownBy(() -> open.enter(calls, Map.of("account", "@acme@social.example")))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.SignInGone.class))
                .hasMessageContaining("connect the account by signing in");
        assertThat(signIn().place()).isNotNull();
    }
}
