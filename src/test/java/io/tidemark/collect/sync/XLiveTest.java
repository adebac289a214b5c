package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.ledger.SpendBook;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class XLiveTest {
    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final SimulatedAccount acme = world.add(
            new AccountPlan("2244994945", "acme", "Acme", 3, Duration.ofDays(40), 1200, XSimulator.kinds()));
    private final XSimulator x = new XSimulator(world, clock);

    @BeforeEach
    void start() {
        Login.App app = SignedIn.app("x");
        x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
        x.start();
    }

    @AfterEach
    void stop() {
        x.close();
    }

    @Test
    void threeDaysWithFaultsEndAtTheTruth() {
        x.breakBy(Faults.seeded(3, 0.05));
        try (LiveFixture live = new LiveFixture(clock, login(), new AgeTiers())) {
            collect(live, Duration.ofDays(3));

            truth().assertStored(live, clock.instant(), Duration.ofHours(26));
            assertThat(x.refusedByLimit()).isZero();
            assertThat(spent(live)).isEqualTo(x.bill().spent());
        }
    }

    @Test
    void processesThatDieAndOthersThatGoOnEndAtTheTruth() {
        x.breakBy(Faults.seeded(3, 0.05));
        try (LiveFixture live = new LiveFixture(clock, login(), new AgeTiers(), 3, 0.002)) {
            collect(live, Duration.ofDays(1));

            truth().assertStored(live, clock.instant(), Duration.ofHours(26));
            assertThat(live.killed()).isPositive();
        }
    }

    @Test
    @Tag("thorough")
    void thirtyDaysWithFaultsAndDeathsEndAtTheTruth() {
        x.breakBy(Faults.seeded(5, 0.05));
        try (LiveFixture live = new LiveFixture(clock, login(), new AgeTiers(), 3, 0.002)) {
            collect(live, Duration.ofDays(30));

            truth().assertStored(live, clock.instant(), Duration.ofHours(26));
            assertThat(x.refusedByLimit()).isZero();
        }
    }

    private XLogin login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", x.address().toString()));
        return new XLogin(settings, new XConnector(settings));
    }

    private void collect(LiveFixture live, Duration duration) {
        TokenBook.Tokens tokens = x.tokens().issue(acme.externalId());
        Login.Grant grant = new Login.Grant(
                new Secret(tokens.access()),
                new Secret(Objects.requireNonNull(tokens.renewal())),
                clock.instant(),
                clock.instant().plusSeconds(tokens.expiresIn()),
                null,
                Set.of());
        live.live(live.connect(grant), duration);
    }

    private Truth truth() {
        return new Truth(
                acme,
                "x:post",
                post -> List.of("reply", "repost").contains(post.kind()) ? List.of() : x.ids(post),
                Truth.plain(
                        Metric.IMPRESSIONS,
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.REPOSTS,
                        Metric.QUOTES,
                        Metric.SAVES));
    }

    private static long spent(LiveFixture live) {
        return live.books().spend().since(live.business().id(), Platform.X, LocalDate.EPOCH).stream()
                .mapToLong(SpendBook.Spent::microDollars)
                .sum();
    }
}
