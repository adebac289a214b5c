package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.youtube.YouTubeConnector;
import io.tidemark.collect.connector.youtube.YouTubeLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class YouTubeLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "UC2414183acme0000000000a", "acme", "Acme", 1, Duration.ofDays(60), 10_245, YouTubeSimulator.kinds()));
    private final YouTubeSimulator youtube = new YouTubeSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        youtube.register(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return youtube;
    }

    @Override
    String app() {
        return "youtube";
    }

    @Override
    Login login() {
        String address = youtube.address().toString();
        ConnectorSettings settings = new ConnectorSettings(
                Map.of("base-url", address, "analytics-url", address, "token-url", address + "/token"));
        return new YouTubeLogin(settings, new YouTubeConnector(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(youtube.tokens().issue(acme.externalId()));
    }

    @Override
    void revoke() {
        youtube.tokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return youtube.refusedByLimit();
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "youtube:video",
                post -> List.of(YouTubeSimulator.id(post)),
                post -> !post.kind().equals("private"),
                Truth.plain(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS)));
    }
}
