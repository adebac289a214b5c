package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.tiktok.TikTokDisplay;
import io.tidemark.collect.connector.tiktok.TikTokLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class TikTokLiveTest extends LiveContract {
    private final SimulatedAccount acme =
            world.add(new AccountPlan("12345", "acme", "Acme", 2, Duration.ofDays(40), 1200, TikTokSimulator.kinds()));
    private final TikTokSimulator tiktok = new TikTokSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        tiktok.registerDisplay(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return tiktok;
    }

    @Override
    String app() {
        return "tiktok";
    }

    @Override
    Login login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", tiktok.address().toString()));
        return new TikTokLogin(settings, new TikTokDisplay(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(tiktok.displayTokens().issue(acme.externalId()));
    }

    @Override
    void revoke() {
        tiktok.displayTokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return tiktok.refusedByLimit();
    }

    /// This API does not tell of photos.
    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "tiktok:video",
                post -> post.kind().equals("photo") ? List.of() : List.of(TikTokSimulator.id(post)),
                Truth.plain(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES)));
    }
}
