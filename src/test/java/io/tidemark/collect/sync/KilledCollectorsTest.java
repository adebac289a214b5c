package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.metric.Metric;
import io.tidemark.testing.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Processes of their own that collect on one database and are killed in the middle of a run, as by `kill -9`.
class KilledCollectorsTest {
    private static final int PROCESSES = 3;

    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final SimulatedAccount acme =
            world.add(new AccountPlan("2244994945", "acme", "Acme", 3, Duration.ofDays(40), 1200, XSimulator.kinds()));
    private final XSimulator x = new XSimulator(world, clock);
    private final ConnectorSettings settings =
            new ConnectorSettings(Map.of("base-url", x.address().toString()));
    private final LiveFixture live = new LiveFixture(
            clock, new XLogin(settings, new XConnector(settings)), new ReadingPlan(new AdaptivePolicy()));
    private final List<CollectingProcess> processes = new ArrayList<>();
    private final AtomicInteger callsToDeath = new AtomicInteger(Integer.MAX_VALUE);

    @BeforeEach
    void start() throws IOException {
        Login.App app = SignedIn.app("x");
        x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
        x.alter(answer -> {
            if (callsToDeath.decrementAndGet() == 0) {
                List.copyOf(processes).forEach(CollectingProcess::kill);
            }
            return answer;
        });
        x.start();
        launch();
    }

    @AfterEach
    void stop() {
        processes.forEach(CollectingProcess::close);
        live.close();
        x.close();
    }

    @Test
    void twoKillsLoseAndDoubleNothing() throws IOException {
        collect(Duration.ofHours(12), 2);
    }

    @Test
    @Tag("thorough")
    void manyKillsLoseAndDoubleNothing() throws IOException {
        collect(Duration.ofDays(10), 40);
    }

    private void collect(Duration duration, int kills) throws IOException {
        SplittableRandom random = new SplittableRandom(13);
        long account = live.connect(grant()).getFirst();
        Instant end = clock.instant().plus(duration);
        int turns = 0;
        int killed = 0;
        while (clock.instant().isBefore(end)) {
            if (killed < kills && turns % 3 == 0) {
                // In the midst of a run, and somewhat after its last call.
                callsToDeath.set(1 + random.nextInt(3));
            }
            Optional<Instant> next = turn(account);
            turns++;
            if (callsToDeath.getAndSet(Integer.MAX_VALUE) <= 0) {
                killed++;
                launch();
            }
            Instant due = next.orElse(clock.instant().plus(Duration.ofMinutes(1)));
            if (due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), due));
            }
        }
        assertThat(killed).isEqualTo(kills);
        assertThat(new Truth(
                                acme,
                                "x:post",
                                post -> Set.of("reply", "repost").contains(post.kind()) ? List.of() : x.ids(post),
                                Truth.plain(Metric.IMPRESSIONS, Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS))
                        .assertStored(live, clock.instant()))
                .isPositive();
        assertThat(live.count("sync_run where fault is not null")).isZero();
        assertThat(x.refusedByLimit()).isZero();
    }

    /// All processes see that it is the account's turn; one of them takes it.
    private Optional<Instant> turn(long account) throws IOException {
        processes.forEach(process -> process.begin(account, clock.instant()));
        Optional<Instant> next = Optional.empty();
        for (CollectingProcess process : processes) {
            Optional<Instant> told = process.next();
            assertThat(told.isPresent() && next.isPresent())
                    .as("one turn, taken twice")
                    .isFalse();
            next = told.isPresent() ? told : next;
        }
        return next;
    }

    private void launch() throws IOException {
        processes.forEach(CollectingProcess::close);
        processes.clear();
        for (int process = 0; process < PROCESSES; process++) {
            processes.add(CollectingProcess.launch(live.ledger().address(), x.address()));
        }
        for (CollectingProcess process : processes) {
            process.next();
        }
    }

    private Login.Grant grant() {
        TokenBook.Tokens tokens = x.tokens().issue(acme.externalId());
        return new Login.Grant(
                new Secret(tokens.access()),
                new Secret(Objects.requireNonNull(tokens.renewal())),
                clock.instant(),
                clock.instant().plusSeconds(tokens.expiresIn()),
                null,
                Set.of());
    }
}
