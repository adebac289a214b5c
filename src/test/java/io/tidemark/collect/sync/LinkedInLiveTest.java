package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.linkedin.LinkedIn;
import io.tidemark.collect.connector.linkedin.LinkedInLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class LinkedInLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "urn:li:organization:2414183", "acme", "Acme", 1, Duration.ofDays(60), 1200, LinkedInSimulator.kinds()));
    private final LinkedInSimulator linkedin = new LinkedInSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        linkedin.register(
                app.clientId(),
                app.clientSecret().value(),
                app.redirect().toString(),
                java.util.Set.copyOf(login().scopes()));
        return linkedin;
    }

    @Override
    String app() {
        return "linkedin";
    }

    @Override
    Login login() {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "base-url",
                linkedin.address().toString(),
                "oauth-url",
                linkedin.address().toString()));
        return new LinkedInLogin(settings, new LinkedIn(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(linkedin.tokens().issue(linkedin.person()));
    }

    @Override
    void revoke() {
        linkedin.tokens().revoke(linkedin.person());
    }

    @Override
    long refusedByLimit() {
        return linkedin.refusedByLimit();
    }

    @Override
    Duration untilDeletionShows() {
        return Duration.ofDays(9);
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "linkedin:ugcPost",
                post -> listed(post.kind()) && LinkedInSimulator.urn(post).contains("ugcPost")
                        ? List.of(id(LinkedInSimulator.urn(post)))
                        : List.of(),
                Truth.plain(Metric.IMPRESSIONS, Metric.COMMENTS, Metric.CLICKS)));
    }

    private static boolean listed(String kind) {
        return !List.of("reshare", "ad", "draft").contains(kind);
    }

    private static String id(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }
}
