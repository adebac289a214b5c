package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.threads.ThreadsConnector;
import io.tidemark.collect.connector.threads.ThreadsLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.collect.simulator.meta.ThreadsSimulator;
import io.tidemark.ledger.SyncBook;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreadsLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "9876543210123456789", "acme", "Acme", 1, Duration.ofDays(40), 1200, ThreadsSimulator.kinds()));
    private final ThreadsSimulator threads = new ThreadsSimulator(clock);

    @Override
    Simulator simulate(Login.App app) {
        threads.add(acme);
        threads.register(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return threads;
    }

    @Override
    String app() {
        return "threads";
    }

    @Override
    Login login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", threads.address().toString()));
        return new ThreadsLogin(settings, new ThreadsConnector(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return new Login.Grant(new Secret(threads.token(acme)), null, clock.instant(), null, null, Set.of());
    }

    @Override
    void revoke() {
        threads.revoke(acme);
    }

    @Override
    long refusedByLimit() {
        return threads.refused();
    }

    @Override
    Duration untilDeletionShows() {
        return Duration.ofDays(4);
    }

    @Test
    void daysAreTrue() {
        try (LiveFixture live = seldom(Duration.ofHours(4))) {
            live.live(live.connect(grant()), Duration.ofDays(2));

            assertThat(assertDays(live, (metric, truth) -> truth)).isGreaterThan(150);
        }
    }

    @Test
    void withoutThePermissionForInsightsPostsAreFoundAndTheReasonKept() {
        try (LiveFixture live = live()) {
            Login.Grant grant = grant();
            threads.grant(acme, Set.of("threads_basic"));
            List<Long> accounts = live.connect(grant);
            live.live(accounts, Duration.ofHours(5));

            assertThat(live.count("post")).isPositive();
            assertThat(live.readings("threads:post")).isEmpty();
            assertThat(live.books().runs().refused(live.business().id(), accounts.getFirst(), Instant.EPOCH))
                    .extracting(SyncBook.Refused::route)
                    .contains("posts", "series", "totals");
        }
    }

    /// Reposts are no posts of the account's.
    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "threads:post",
                post -> ThreadsSimulator.isRepost(post) ? List.of() : List.of(MetaIds.media(post)),
                Truth.plain(
                        Metric.IMPRESSIONS,
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.REPOSTS,
                        Metric.QUOTES,
                        Metric.SHARES)));
    }
}
