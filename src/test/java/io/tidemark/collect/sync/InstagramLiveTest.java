package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.instagram.InstagramLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstagramLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "17841400000000001", "acme", "Acme", 1, Duration.ofDays(60), 1200, GraphSimulator.instagramKinds()));
    private final GraphSimulator meta = new GraphSimulator(clock);

    @Override
    Simulator simulate(Login.App app) {
        meta.instagram(acme);
        meta.setUp(acme, false, Instant.EPOCH);
        meta.registerInstagram(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return meta;
    }

    @Override
    String app() {
        return "instagram_login";
    }

    @Override
    Login login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", meta.address() + GraphSimulator.GRAPH_INSTAGRAM));
        return new InstagramLogin(settings, InstagramConnector.direct(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return new Login.Grant(new Secret(meta.ownerToken(acme)), null, clock.instant(), null, null, Set.of());
    }

    @Override
    void revoke() {
        meta.revokeOwner(acme);
    }

    @Override
    long refusedByLimit() {
        return meta.refused();
    }

    @Override
    Duration untilDeletionShows() {
        return Duration.ofDays(4);
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "instagram:media",
                post -> List.of(MetaIds.media(post)),
                post -> !post.kind().equals("STORY"),
                Truth.plain(Metric.REACH, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES)));
    }

    @Test
    void everyPostIsAskedForItsInsightsThoughTheListTellsAFewCounters() {
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofHours(6));

            // Old posts come when there is something left of what may be called.
            String recent =
                    "post_analytics where published_at > '" + clock.instant().minus(Duration.ofDays(28))
                            + "' and published_at < '" + clock.instant().minus(Duration.ofHours(3)) + "'";
            assertThat(live.count(recent)).isPositive();
            assertThat(live.count(recent + " and reach is null")).isZero();
        }
    }
}
