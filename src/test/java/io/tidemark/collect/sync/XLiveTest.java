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
import io.tidemark.ledger.LiveChoices;
import io.tidemark.ledger.SpendBook;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class XLiveTest extends LiveContract {
    private static final String REPLIES = "post_version where placement = 'reply'";
    private static final Map<Metric, Metric> METRICS =
            Truth.plain(Metric.IMPRESSIONS, Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES);

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
                METRICS));
    }

    @Test
    @Override
    void processesThatDieAndOthersThatGoOnEndAtTheTruth() {
        dieAndGoOn();
    }

    @Test
    void whatIsSpentIsWhatTheBillSays() {
        try (LiveFixture live = new LiveFixture(clock, login(), new ReadingPlan(new AdaptivePolicy()))) {
            live.live(live.connect(grant()), Duration.ofDays(1));

            assertThat(spent(live)).isEqualTo(x.bill().spent());
        }
    }

    @Test
    void repliesAreCollectedWhileSomebodyAsksForThem() {
        try (LiveFixture live = seldom(Duration.ofHours(3))) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            assertThat(live.count(REPLIES)).isZero();

            Instant asked = clock.instant();
            ask(live, accounts, true);
            live.live(accounts, Duration.ofDays(3));
            assertThat(live.count(REPLIES)).isPositive();
            withRepliesSince(asked).assertStored(live, clock.instant());

            Instant enough = clock.instant();
            long stored = live.count(REPLIES);
            ask(live, accounts, false);
            live.live(accounts, Duration.ofDays(1));
            assertThat(live.count(REPLIES)).isEqualTo(stored);
            assertThat(readings(live, true)).isNotEmpty().noneMatch(at -> at.isAfter(enough));
            assertThat(readings(live, false)).anyMatch(at -> at.isAfter(enough));
            assertThat(spent(live)).isEqualTo(x.bill().spent());
        }
    }

    private static void ask(LiveFixture live, List<Long> accounts, boolean replies) {
        long business = live.business().id();
        long account = accounts.getFirst();
        long connection =
                live.books().accounts().find(business, account).orElseThrow().connectionId();
        assertThat(new LiveChoices(live.ledger().database()).replies(business, connection, account, replies))
                .isTrue();
    }

    /// When replies, or all else, were read.
    private List<Instant> readings(LiveFixture live, boolean replies) {
        Set<String> ids = acme.posts().stream()
                .filter(post -> post.kind().equals("reply") == replies)
                .flatMap(post -> x.ids(post).stream())
                .collect(Collectors.toSet());
        return live.readings("x:post").stream()
                .filter(reading -> ids.contains(reading.alias()))
                .map(LiveFixture.Stored::at)
                .toList();
    }

    private Truth withRepliesSince(Instant asked) {
        return new Truth(
                acme,
                "x:post",
                post -> post.kind().equals("repost") ? List.of() : x.ids(post),
                post -> switch (post.kind()) {
                    case "repost" -> false;
                    case "reply" -> post.publishedAt().isAfter(asked);
                    default -> true;
                },
                METRICS);
    }

    private static long spent(LiveFixture live) {
        return live.books().spend().since(live.business().id(), Platform.X, LocalDate.EPOCH).stream()
                .mapToLong(SpendBook.Spent::microDollars)
                .sum();
    }
}
