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
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.metric.Metric;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XLiveTest {
    private static final List<Metric> COMPARED = List.of(
            Metric.IMPRESSIONS, Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES);

    @Test
    void threeDaysWithFaultsEndAtTheTruth() {
        MutableClock clock = new MutableClock(LiveFixture.BEGIN);
        World world = new World(7, clock, Duration.ofDays(40));
        SimulatedAccount acme = world.add(new AccountPlan(
                "2244994945", "acme", "Acme", 4, Duration.ofDays(60), 1200, XSimulator.kinds()));
        try (XSimulator x = new XSimulator(world, clock)) {
            x.start();
            Login.App app = SignedIn.app("x");
            x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
            ConnectorSettings settings =
                    new ConnectorSettings(Map.of("base-url", x.address().toString()));
            XLogin login = new XLogin(settings, new XConnector(settings));
            try (LiveFixture live = new LiveFixture(clock, login, new AgeTiers())) {
                TokenBook.Tokens tokens = x.tokens().issue(acme.externalId());
                List<Long> accounts = live.connect(new Login.Grant(
                        new Secret(tokens.access()),
                        new Secret(tokens.renewal()),
                        clock.instant(),
                        clock.instant().plusSeconds(tokens.expiresIn()),
                        null,
                        Set.of()));
                x.breakBy(Faults.seeded(3, 0.05));

                live.live(accounts, Duration.ofDays(3));

                Map<String, SimulatedPost> truth = new HashMap<>();
                acme.posts().forEach(post -> x.ids(post).forEach(id -> truth.put(id, post)));
                List<LiveFixture.Stored> stored = live.readings("x:post");
                for (LiveFixture.Stored reading : stored) {
                    SimulatedPost post = truth.get(reading.alias());
                    for (Metric metric : COMPARED) {
                        assertThat(reading.values().get(metric))
                                .as("%s of %s at %s", metric, reading.alias(), reading.at())
                                .isEqualTo(post.value(metric, reading.at()).orElseThrow());
                    }
                }
                Instant end = clock.instant();
                System.out.println(stored.size() + " readings; " + x.counts() + " spent " + x.bill().spent());
                live.sql().sql("select outcome, fault, count(*), sum(calls) calls, sum(posts_read) r from sync_run group by 1,2")
                        .query().listOfRows().forEach(System.out::println);
                System.out.println(live.sql().sql("select platform, endpoint, sum(calls) c, sum(resources) r, sum(micro_dollars) m from spend group by 1,2").query().listOfRows());
            }
        }
    }
}
