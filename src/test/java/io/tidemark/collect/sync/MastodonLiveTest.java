package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.mastodon.MastodonConnector;
import io.tidemark.collect.connector.mastodon.MastodonLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator.Trouble;
import io.tidemark.collect.simulator.mastodon.Version;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveChoices;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Metric;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MastodonLiveTest extends LiveContract {
    private static final URI HOME = URI.create("https://social.example");
    private static final String ID = "109300000000000001";
    private static final String REPLIES = "post_version where placement = 'reply'";

    private final SimulatedAccount acme = world.add(new AccountPlan(
            "social.example/" + ID,
            "acme@social.example",
            "Acme",
            3,
            Duration.ofDays(60),
            320,
            MastodonSimulator.kinds()));
    private final MastodonSimulator mastodon = new MastodonSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        return mastodon;
    }

    @Override
    String app() {
        return "mastodon";
    }

    @Override
    Login login() {
        ConnectorSettings settings = new ConnectorSettings(Map.of("servers", HOME + "=" + mastodon.address()));
        return new MastodonLogin(settings, new MastodonConnector(settings, clock), clock);
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    String renamed() {
        return "renamed@social.example";
    }

    @Override
    Login.Grant grant() {
        return grant(new Secret(mastodon.tokens().issue(acme.externalId()).access()), HOME);
    }

    private Login.Grant grant(Secret token, URI home) {
        return new Login.Grant(token, null, clock.instant(), null, null, Set.of(), new Login.Place(home, ID));
    }

    @Override
    void revoke() {
        mastodon.tokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return mastodon.refusedByLimit();
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "mastodon:post",
                post -> Set.of("boost", "direct").contains(post.kind())
                        ? List.of()
                        : List.of("social.example/" + MastodonSimulator.id(post)),
                post -> !Set.of("boost", "direct", "reply", "thread").contains(post.kind()),
                Truth.plain(Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES)));
    }

    @Test
    void aServerThatTellsPostsOneByOneIsAskedSoAndItsQuotesAreMissing() {
        mastodon.version(Version.V4_2);
        try (LiveFixture live = seldom(Duration.ofHours(2))) {
            live.live(live.connect(grant()), Duration.ofHours(20));

            assertThat(assertTruth(live)).isPositive();
            assertThat(mastodon.counts().get("GET /api/v1/statuses"))
                    .as("nobody asks again for several at once")
                    .isEqualTo(1);
            assertThat(mastodon.counts().get("GET /api/v1/statuses/:id")).isPositive();
            assertThat(live.books()
                            .runs()
                            .refused(live.business().id(), account(live).accountId(), Instant.EPOCH))
                    .extracting(SyncBook.Refused::metric)
                    .containsExactly("several_at_once");
            assertThat(live.count("post_snapshot where likes is not null")).isPositive();
            assertThat(live.count("post_snapshot where quotes is not null")).isZero();
        }
    }

    @Test
    void whatEverybodyCanSeeIsCollectedWithoutAToken() {
        try (LiveFixture live = live()) {
            live.live(live.connect(grant(Secret.NONE, HOME)), Duration.ofHours(8));

            Truth open = new Truth(
                    acme,
                    "mastodon:post",
                    truths().getFirst().aliases(),
                    post -> truths().getFirst().expected().test(post)
                            && !post.kind().equals("private"),
                    truths().getFirst().metrics());
            assertThat(open.assertStored(live, clock.instant())).isPositive();
        }
    }

    @Test
    void aServerThatClosesToStrangersAsksForASignIn() {
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant(Secret.NONE, HOME));
            mastodon.trouble(Trouble.CLOSED_TO_STRANGERS);
            live.live(accounts, Duration.ofHours(1));

            assertThat(account(live).said()).asString().contains("connect the account by signing in");
            assertThat(last(live).fault()).isEqualTo("sign_in_gone");
        }
    }

    @Test
    void aFullLimitIsWaitedForUntilTheServerSaysThatItIsWholeAgain() {
        mastodon.limit(6);
        try (LiveFixture live = live()) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(6));

            assertThat(assertTruth(live)).isPositive();
            assertThat(refusedByLimit()).as("nobody asks in vain").isZero();
            assertThat(account(live).lastSuccessAt()).isNotNull();
        }
    }

    /// Whatever was allowed when somebody signed in, it is asked right before each call: whoever runs the server may
    /// take the permission back, and a name may be given another address.
    @Test
    void aServerThatMayNotBeCalledAnyMoreIsNot() {
        URI inside = URI.create("https://localhost");
        ConnectorSettings allowed = new ConnectorSettings(Map.of("servers", inside + "=" + mastodon.address()));
        AtomicReference<Connector> current = new AtomicReference<>(new MastodonConnector(allowed, clock));
        try (LiveFixture live = new LiveFixture(clock, changing(current), new ReadingPlan(new AdaptivePolicy()))) {
            List<Long> accounts = live.connect(grant(grant().token(), inside));
            live.live(accounts, Duration.ofHours(1));
            assertThat(last(live).outcome()).isEqualTo(SyncRun.Outcome.DONE);
            int calls = calls();

            current.set(new MastodonConnector(ConnectorSettings.DEFAULT, clock));
            live.live(accounts, Duration.ofHours(1));

            assertThat(last(live).fault()).isEqualTo("misconfigured");
            assertThat(last(live).said()).asString().contains("localhost", "is not called");
            assertThat(calls()).isEqualTo(calls);
        }
    }

    /// A sign-in whose connector may be another from one moment to the next.
    private Login changing(AtomicReference<Connector> current) {
        Connector connector = (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(current.get(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        Login real = login();
        return (Login) Proxy.newProxyInstance(
                Login.class.getClassLoader(),
                new Class<?>[] {Login.ByNamedServer.class},
                (proxy, method, arguments) ->
                        method.getName().equals("connectors") ? List.of(connector) : method.invoke(real, arguments));
    }

    @Test
    void aServerThatMovesIsNotFollowed() {
        try (LiveFixture live = live();
                MastodonSimulator other = new MastodonSimulator(world, clock)) {
            other.start();
            List<Long> accounts = live.connect(grant());
            mastodon.moveTo(other.address());
            live.live(accounts, Duration.ofHours(1));

            assertThat(last(live).said()).asString().contains("Calls are not sent on to other addresses");
            assertThat(other.counts()).isEmpty();
        }
    }

    @Test
    void repliesAreCollectedWhereSomebodyAsksForThem() {
        try (LiveFixture live = seldom(Duration.ofHours(3))) {
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            long unasked = live.count(REPLIES);
            long connection = account(live).connectionId();
            assertThat(new LiveChoices(live.ledger().database())
                            .replies(live.business().id(), connection, accounts.getFirst(), true))
                    .isTrue();
            live.live(accounts, Duration.ofDays(1));

            assertThat(unasked).isZero();
            assertThat(live.count(REPLIES)).isPositive();
            assertTruth(live);
        }
    }

    @Test
    @Tag("thorough")
    void thirtyDaysStayFarBelowTheLimit() {
        mastodon.breakBy(Faults.seeded(6, 0.05));
        mastodon.limit(30);
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofDays(30));

            assertTruth(live);
            assertThat(refusedByLimit()).isZero();
        }
    }

    private static LiveAccount account(LiveFixture live) {
        return live.books().accounts().all(live.business().id()).getFirst();
    }

    private static SyncRun last(LiveFixture live) {
        return live.books()
                .runs()
                .recent(live.business().id(), account(live).accountId(), 1)
                .getFirst();
    }
}
