package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.SpendBook;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XLiveTest extends LiveContract {
    private final SimulatedAccount acme =
            world.add(new AccountPlan("2244994945", "acme", "Acme", 3, Duration.ofDays(40), 1200, XSimulator.kinds()));
    private final XSimulator x = new XSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return x;
    }

    @Override
    String app() {
        return "x";
    }

    @Override
    Login login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", x.address().toString()));
        return new XLogin(settings, new XConnector(settings));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(x.tokens().issue(acme.externalId()));
    }

    @Override
    void revoke() {
        x.tokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return x.refusedByLimit();
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "x:post",
                post -> List.of("reply", "repost").contains(post.kind()) ? List.of() : x.ids(post),
                Truth.plain(
                        Metric.IMPRESSIONS,
                        Metric.LIKES,
                        Metric.COMMENTS,
                        Metric.REPOSTS,
                        Metric.QUOTES,
                        Metric.SAVES)));
    }

    @Test
    void whatIsSpentIsWhatTheBillSays() {
        try (LiveFixture live = new LiveFixture(clock, login(), new ReadingPlan(new AdaptivePolicy()))) {
            live.live(live.connect(grant()), Duration.ofDays(1));

            assertThat(live.books().spend().since(live.business().id(), Platform.X, LocalDate.EPOCH).stream()
                            .mapToLong(SpendBook.Spent::microDollars)
                            .sum())
                    .isEqualTo(x.bill().spent());
        }
    }
}
