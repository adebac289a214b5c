package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

class FacebookLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(
            new AccountPlan("1029384756", "acme", "Acme", 1, Duration.ofDays(60), 1200, GraphSimulator.pageKinds()));
    private final GraphSimulator meta = new GraphSimulator(clock);

    @Override
    Simulator simulate(Login.App app) {
        meta.page(acme, null, GraphSimulator.ALL_TASKS);
        meta.registerFacebook(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return meta;
    }

    @Override
    String app() {
        return "facebook";
    }

    @Override
    Login login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", meta.address() + GraphSimulator.GRAPH_FACEBOOK));
        return new FacebookLogin(
                settings, new FacebookConnector(settings, clock), InstagramConnector.throughFacebook(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return new Login.Grant(new Secret(meta.personToken()), null, clock.instant(), null, null, Set.of());
    }

    @Override
    void revoke() {
        meta.revokePerson();
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
        return List.of(
                new Truth(
                        acme,
                        "facebook:post",
                        post -> GraphSimulator.names(post) ? List.of(id(post)) : List.of(),
                        Truth.plain(Metric.REACH, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES, Metric.CLICKS)),
                new Truth(
                        acme,
                        "facebook:video",
                        post -> List.of(video(post)),
                        post -> !GraphSimulator.names(post),
                        Truth.plain(Metric.VIDEO_VIEWS)));
    }

    private String video(SimulatedPost reel) {
        return acme.externalId() + "_" + MetaIds.video(reel);
    }

    private String id(SimulatedPost post) {
        String whole = MetaIds.post(acme, post);
        return whole.substring(whole.indexOf('_') + 1);
    }
}
