package io.tidemark.collect.sync;

import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.bluesky.BlueskyConnector;
import io.tidemark.collect.connector.bluesky.BlueskyLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

class BlueskyLiveTest extends LiveContract {
    private static final String DID = "did:plc:acme22222222222222222222";

    private final SimulatedAccount acme = world.add(
            new AccountPlan(DID, "acme.example", "Acme", 3, Duration.ofDays(40), 1200, BlueskySimulator.kinds()));
    private final BlueskySimulator bluesky = new BlueskySimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        return bluesky;
    }

    @Override
    String app() {
        return "bluesky";
    }

    @Override
    Login.ByForm login() {
        String address = bluesky.address().toString();
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "server",
                address,
                "servers",
                address,
                "public-url",
                bluesky.open().toString()));
        return new BlueskyLogin(settings, new BlueskyConnector(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return login().enter(
                        new HttpTokenCalls(clock),
                        Map.of(
                                "handle", acme.handle(),
                                "app_password", BlueskySimulator.APP_PASSWORD,
                                "server", bluesky.address().toString()));
    }

    @Override
    void revoke() {
        bluesky.revoke(DID);
    }

    @Override
    long refusedByLimit() {
        return bluesky.refusedByLimit();
    }

    /// What others wrote is none of the account's; replies are read where somebody asks for them.
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
}
