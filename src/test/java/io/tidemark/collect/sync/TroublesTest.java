package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.SyncBook;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.testing.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes wrong beside what is broken by chance, each with what follows of it.
class TroublesTest {
    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void aLimitIsWaitedForAndNoCallIsMadeInVain() {
        XSimulator x = x();
        x.limit("GET /2/users/:id/tweets", 1);
        LiveFixture live = live(login(x, connector(x)));

        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofHours(6));

        assertThat(faults(live, accounts)).contains("rate_limited");
        assertThat(x.refusedByLimit()).isZero();
        assertThat(account(live).progress().backfilledAt()).isNotNull();
        String signIn = CallGates.signIn(live.business().id(), account(live).connectionId());
        assertThat(live.books().gates().toldOf(List.of(signIn), LiveFixture.BEGIN))
                .anyMatch(told -> told.gate().equals(signIn + " GET /2/users/:id/tweets") && told.used() == 1);
    }

    @Test
    void aBudgetIsNeverExceeded() {
        XSimulator x = x();
        LiveFixture live = live(login(x, connector(x)));
        live.books().spend().allow(live.business().id(), Platform.X, new SpendBook.Budget(null, 900_000L));

        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofDays(2));

        assertThat(x.bill().spent()).isPositive().isLessThanOrEqualTo(900_000);
        assertThat(faults(live, accounts)).contains("quota_spent");
        assertThat(account(live).said()).asString().contains("$0.90 a month");
        assertThat(account(live).dueAt()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    }

    @Test
    void callsOfADayAreNeverExceeded() {
        XSimulator x = x();
        LiveFixture live = live(login(x, connector(x)));
        live.books().spend().allow(live.business().id(), Platform.X, new SpendBook.Budget(4L, null));

        live.live(live.connect(grant(x)), Duration.ofDays(2));

        Map<LocalDate, Long> days = new TreeMap<>();
        live.books()
                .spend()
                .since(live.business().id(), Platform.X, LocalDate.EPOCH)
                .forEach(spent -> days.merge(spent.day(), spent.calls(), Long::sum));
        assertThat(days).hasSizeGreaterThan(1);
        assertThat(days.values()).allSatisfy(calls -> assertThat(calls).isLessThanOrEqualTo(4));
    }

    @Test
    void creditsThatAreGoneStopEverythingOfTheAppUntilTheNextDay() {
        XSimulator x = x();
        LiveFixture live = live(login(x, connector(x)));
        x.bill().credit(100_000);

        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofHours(8));
        Map<String, Integer> calls = readings(x);
        live.live(accounts, Duration.ofHours(8));

        assertThat(faults(live, accounts)).contains("quota_spent");
        assertThat(readings(x)).isEqualTo(calls);
    }

    @Test
    void aRetiredMetricIsLeftOutAndRememberedAndTheRestIsRead() {
        GraphSimulator meta = new GraphSimulator(clock);
        open.add(meta);
        meta.page(
                world.add(new AccountPlan(
                        "1029384756", "acme", "Acme", 1, Duration.ofDays(20), 1200, GraphSimulator.pageKinds())),
                null,
                GraphSimulator.ALL_TASKS);
        meta.retire("post_clicks");
        meta.start();
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", meta.address() + GraphSimulator.GRAPH_FACEBOOK));
        LiveFixture live = live(new FacebookLogin(
                settings, new FacebookConnector(settings, clock), InstagramConnector.throughFacebook(settings, clock)));

        List<Long> accounts = live.connect(
                new Login.Grant(new Secret(meta.personToken()), null, clock.instant(), null, null, Set.of()));
        live.live(accounts, Duration.ofHours(2));

        assertThat(live.readings("facebook:post"))
                .noneMatch(reading -> reading.values().containsKey(Metric.CLICKS))
                .anyMatch(reading -> reading.values().containsKey(Metric.REACH));
        assertThat(live.books().runs().refused(live.business().id(), accounts.getFirst(), Instant.EPOCH))
                .extracting(SyncBook.Refused::metric)
                .contains("post_clicks")
                .doesNotContain(SyncBook.Refused.ALL);
        assertThat(last(live, accounts).outcome()).isEqualTo(SyncRun.Outcome.DONE);
    }

    @Test
    void aFaultOfOursCostsOnePhaseAndShows() {
        XSimulator x = x();
        Connector broken = changed(connector(x), (method, arguments) -> {
            if (method.equals("readAccount")) {
                throw new IllegalStateException("a fault in the mapping");
            }
        });
        LiveFixture live = live(login(x, broken));

        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofHours(3));

        SyncRun last = last(live, accounts);
        assertThat(last.fault()).isEqualTo("internal_error");
        assertThat(last.said()).asString().contains("sync=" + last.runId()).doesNotContain("mapping");
        assertThat(live.readings("x:post")).isNotEmpty();
        assertThat(account(live).failures()).isGreaterThan(1);
    }

    @Test
    void aListGoesOnWhereItWasAndBeginsAnewWhereThePlatformHasForgotten() {
        XSimulator x = x();
        List<String> cursors = new ArrayList<>();
        Connector forgetful = changed(connector(x), (method, arguments) -> {
            if (method.equals("posts")) {
                String cursor = String.valueOf(arguments[4]);
                cursors.add(cursor);
                if (cursors.size() == 2) {
                    throw new CallFailed(new Fault.Passing(Saying.asItCame("Nothing for now.")));
                }
                if (cursors.size() == 3) {
                    throw new CallFailed(new Fault.NotFound(Saying.asItCame("No such page.")));
                }
            }
        });
        LiveFixture live = live(login(x, forgetful));

        live.live(live.connect(grant(x)), Duration.ofHours(1));

        assertThat(cursors.get(0)).isEqualTo("null");
        assertThat(cursors.get(1)).isNotEqualTo("null");
        assertThat(cursors.get(2)).as("goes on").isEqualTo(cursors.get(1));
        assertThat(cursors.get(3)).as("begins anew").isEqualTo("null");
        assertThat(account(live).progress().backfilledAt()).isNotNull();
    }

    @Test
    void aListThatLeadsInALongCircleIsLeftAfterAWhile() {
        XSimulator x = x();
        List<String> cursors = new ArrayList<>();
        Connector circling = circling(connector(x), 25, cursors);
        LiveFixture live = live(login(x, circling));

        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofMinutes(40));

        assertThat(account(live).progress().backfilledAt()).isNotNull();
        assertThat(faults(live, accounts)).contains("unreadable");
        assertThat(new HashSet<>(cursors)).as("every page").hasSize(26);
    }

    @Test
    void whereOurClockIsWrongNothingIsStoredAndTheReasonIsTold() {
        XSimulator x = x();
        LiveFixture live = new LiveFixture(
                clock, login(x, connector(x)), new ReadingPlan(new AdaptivePolicy()), Duration.ofMinutes(10));
        open.add(live);
        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofMinutes(1));

        assertThat(live.count("post") + live.count("source")).isZero();
        SyncRun last = last(live, accounts);
        assertThat(last.fault()).isEqualTo("misconfigured");
        assertThat(last.said()).asString().contains("clock of this server is").contains("behind the platform's");
    }

    @Test
    void aConnectorThatIsGoneFailsSlowlyAndSaysWhy() {
        XSimulator x = x();
        LiveFixture live = live(login(x, connector(x)));
        List<Long> accounts = live.connect(grant(x));
        live.sql().sql("update live_account set connector = 'gone'").update();

        live.live(accounts, Duration.ofHours(12));

        List<SyncRun> runs = live.books().runs().recent(live.business().id(), accounts.getFirst(), 100);
        assertThat(runs).hasSizeBetween(10, 20).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
            assertThat(run.said()).asString().contains("'gone'");
        });
    }

    @Test
    void whatAListSaysAgainAndReadingsOfNumbersLeaveNoVersions() {
        XSimulator x = x();
        LiveFixture live = live(login(x, connector(x)));
        List<Long> accounts = live.connect(grant(x));
        live.live(accounts, Duration.ofMinutes(1));
        long posts = live.count("post");

        live.live(accounts, Duration.ofHours(12));

        assertThat(live.count("post_version")).as("one of each post").isEqualTo(live.count("live_post"));
        assertThat(live.count("post")).isGreaterThanOrEqualTo(posts);
    }

    private XSimulator x() {
        XSimulator x = new XSimulator(world, clock);
        open.add(x);
        world.add(new AccountPlan("2244994945", "acme", "Acme", 3, Duration.ofDays(60), 1200, XSimulator.kinds()));
        Login.App app = SignedIn.app("x");
        x.register(app.clientId(), app.clientSecret().value(), app.redirect().toString());
        x.start();
        return x;
    }

    private static Connector connector(XSimulator x) {
        return new XConnector(settings(x));
    }

    private static ConnectorSettings settings(XSimulator x) {
        return new ConnectorSettings(Map.of("base-url", x.address().toString()));
    }

    /// X's sign-in with another connector.
    private static Login login(XSimulator x, Connector connector) {
        XLogin login = new XLogin(settings(x), new XConnector(settings(x)));
        return (Login) Proxy.newProxyInstance(
                Login.ByConsent.class.getClassLoader(),
                new Class<?>[] {Login.ByConsent.class},
                (proxy, method, arguments) ->
                        method.getName().equals("connectors") ? List.of(connector) : method.invoke(login, arguments));
    }

    /// A connector of which a method may fail first.
    private static Connector changed(Connector connector, BiConsumer<String, Object[]> before) {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, arguments) -> {
                    before.accept(method.getName(), arguments);
                    try {
                        return method.invoke(connector, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /// A connector whose list has pages for ever, the same after a while.
    private static Connector circling(Connector connector, int pages, List<String> cursors) {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("posts")) {
                        return method.invoke(connector, arguments);
                    }
                    cursors.add(String.valueOf(arguments[4]));
                    int page = arguments[4] == null ? 0 : Integer.parseInt((String) arguments[4]);
                    return new Page<>(List.of(), Integer.toString((page + 1) % pages));
                });
    }

    private LiveFixture live(Login login) {
        LiveFixture live = new LiveFixture(clock, login, new ReadingPlan(new AdaptivePolicy()));
        open.add(live);
        return live;
    }

    private Login.Grant grant(XSimulator x) {
        TokenBook.Tokens tokens = x.tokens().issue("2244994945");
        return new Login.Grant(
                new Secret(tokens.access()),
                new Secret(Objects.requireNonNull(tokens.renewal())),
                clock.instant(),
                clock.instant().plusSeconds(tokens.expiresIn()),
                null,
                Set.of());
    }

    /// Calls for data, by endpoint: renewing a token costs nothing.
    private static Map<String, Integer> readings(XSimulator x) {
        Map<String, Integer> calls = new TreeMap<>(x.counts());
        calls.keySet().removeIf(endpoint -> !endpoint.startsWith("GET "));
        return calls;
    }

    private static LiveAccount account(LiveFixture live) {
        return live.books().accounts().all(live.business().id()).getFirst();
    }

    private static List<String> faults(LiveFixture live, List<Long> accounts) {
        return live.books().runs().recent(live.business().id(), accounts.getFirst(), 1000).stream()
                .map(run -> String.valueOf(run.fault()))
                .distinct()
                .toList();
    }

    private static SyncRun last(LiveFixture live, List<Long> accounts) {
        return live.books()
                .runs()
                .recent(live.business().id(), accounts.getFirst(), 1)
                .getFirst();
    }
}
