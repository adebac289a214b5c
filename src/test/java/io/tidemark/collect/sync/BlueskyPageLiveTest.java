package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyPageLogin;
import io.tidemark.collect.connector.bluesky.PageVisit;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Bluesky with tokens that are good with proofs of a key alone.
class BlueskyPageLiveTest extends LiveContract {
    private static final String DID = "did:plc:acme22222222222222222222";

    private final SimulatedAccount acme = world.add(
            new AccountPlan(DID, "acme.example", "Acme", 3, Duration.ofDays(40), 1200, BlueskySimulator.kinds()));
    private final BlueskySimulator bluesky = new BlueskySimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        bluesky.signInsLast(Duration.ofDays(60));
        return bluesky;
    }

    @Override
    String app() {
        return "bluesky_oauth";
    }

    @Override
    Login.ByPushedRequest login() {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "servers", bluesky.address().toString(),
                "plc-url", bluesky.directory().toString(),
                "public-url", bluesky.open().toString()));
        return new BlueskyPageLogin(settings, new BlueskyConnector(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        PageVisit visit = PageVisit.prepared(login(), new HttpTokenCalls(clock), acme.handle());
        return visit.redeem(visit.code(DID));
    }

    @Override
    void revoke() {
        bluesky.revoke(DID);
    }

    @Override
    long refusedByLimit() {
        return bluesky.refusedByLimit();
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "bluesky:post",
                post -> Set.of("repost", "reply").contains(post.kind())
                        ? List.of()
                        : List.of(BlueskySimulator.uri(DID, post)),
                Truth.plain(Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES)));
    }

    /// However often it is renewed: two weeks is what servers give those who have no key of their own to show.
    @Test
    void aSignInEndsWhenTheServerSaysSo() {
        bluesky.signInsLast(Duration.ofDays(1));
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(20));
            LiveAccount before = account(live);
            live.live(accounts, Duration.ofHours(10));
            LiveAccount after = account(live);

            assertThat(before.said()).isNull();
            assertThat(after.said()).asString().contains("Session expired");
            assertThat(bluesky.counts().get("POST token")).isGreaterThan(20);
            assertThat(assertTruth(live)).isPositive();
        }
    }

    private static LiveAccount account(LiveFixture live) {
        return live.books().accounts().all(live.business().id()).getFirst();
    }
}
