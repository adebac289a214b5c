package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.facebook.FacebookConnector;
import io.tidemark.collect.connector.facebook.FacebookLogin;
import io.tidemark.collect.connector.instagram.InstagramConnector;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.meta.MetaIds;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.PostRecords;
import io.tidemark.ledger.RawResponse;
import io.tidemark.ledger.RawResponses;
import io.tidemark.ledger.RawResponses.Bounds;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers that were kept, mapped again by another mapping than the one that they met first.
class ReplayTest {
    private static final Bounds PLENTY = new Bounds(Duration.ofDays(30), 100 << 20);
    private static final List<Metric> METRICS =
            List.of(Metric.REACH, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES, Metric.CLICKS);

    private final MutableClock clock = new MutableClock(LiveFixture.BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(40));
    private final SimulatedAccount acme = world.add(
            new AccountPlan("1029384756", "acme", "Acme", 1, Duration.ofDays(60), 1200, GraphSimulator.pageKinds()));
    private final GraphSimulator meta = new GraphSimulator(clock);
    private LedgerFixture fixture;
    private Books books;
    private JdbcClient sql;
    private SignedIn signedIn;
    private long account;
    private String token;

    @BeforeEach
    void start() {
        meta.page(acme, null, GraphSimulator.ALL_TASKS);
        meta.start();
        fixture = LedgerFixture.create(clock);
        books = Books.of(fixture.database());
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(fixture.address().jdbcUrl());
        owner.setUser(fixture.address().user());
        owner.setPassword(fixture.address().password());
        sql = JdbcClient.create(owner);
        ConnectorSettings settings = settings();
        signedIn = new SignedIn(
                fixture.database(),
                new FacebookLogin(
                        settings,
                        new FacebookConnector(settings, clock),
                        InstagramConnector.throughFacebook(settings, clock)),
                clock);
        token = meta.personToken();
        account = signedIn.collectAll(
                        business(), new Login.Grant(new Secret(token), null, clock.instant(), null, null, Set.of()))
                .getFirst();
    }

    @AfterEach
    void stop() {
        fixture.close();
        meta.close();
    }

    @Test
    void aMendedMappingMendsWhatWasStoredAndLeavesThePastAsItWas() {
        SimulatedPost gone = acme.visible(clock.instant()).getFirst();
        collect(broken(), PLENTY, 4);
        gone.delete(clock.instant());
        clock.advance(Duration.ofDays(8));
        collect(broken(), PLENTY, 5, Duration.ofDays(1));
        Instant before = clock.instant();
        assertThat(wrong()).as("readings that are wrong").isPositive();
        assertThat(count("account_snapshot")).as("was not mapped at all").isZero();
        long readings = readings();
        assertThat(count("post_analytics where deleted")).isEqualTo(1);
        clock.advance(Duration.ofHours(1));

        Replay.Outcome outcome = replay(right());

        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.replaced()).isPositive().isLessThanOrEqualTo(outcome.runs());
        assertThat(wrong()).isZero();
        assertThat(readings()).as("no reading is lost, none is doubled").isEqualTo(readings);
        assertThat(count("account_snapshot")).isEqualTo(outcome.runs());
        assertThat(count("post_analytics where deleted")).isEqualTo(1);
        assertThat(count("sync_run r join source o using (business_id, source_id) where o.retracted_at is not null"))
                .as("runs point to what counts")
                .isZero();
        long post = sql.sql("select post_id from post_analytics order by reach desc nulls last limit 1")
                .query(Long.class)
                .single();
        assertThat(reach(post, before)).isEqualTo(2 * reach(post, null));
    }

    @Test
    void replayingAgainAndReplayingWhatIsRightIsNothing() {
        collect(right(), PLENTY, 3);
        collect(broken(), PLENTY, 3);

        assertThat(replay(right()).replaced()).isPositive();
        long version = fixture.ledger().versions(business()).data();
        long sources = count("source");
        Replay.Outcome again = replay(right());

        assertThat(again.runs()).isGreaterThan(3);
        assertThat(again.replaced()).isZero();
        assertThat(again.refused()).isEmpty();
        assertThat(fixture.ledger().versions(business()).data()).isEqualTo(version);
        assertThat(count("source")).isEqualTo(sources);
        fixture.ledger().rebuild(business());
        assertThat(wrong()).isZero();
    }

    @Test
    void whatIsAskedForOtherwiseNowIsRefusedAndStaysAsItIs() {
        collect(broken(), PLENTY, 2);
        long sources = count("source");
        Connector other = changed((method, arguments, connector) -> {
            if (method.equals("posts")) {
                return ((Api) arguments[0]).call(ApiRequest.get("GET /{page}/elsewhere", "/1/elsewhere"));
            }
            return connector.invoke();
        });

        Replay.Outcome outcome = replay(other);

        assertThat(outcome.replaced()).isZero();
        assertThat(outcome.refused())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.why()).contains("GET /{page}/elsewhere", "no answer is kept"));
        assertThat(count("source")).isEqualTo(sources);
    }

    @Test
    void aRunThatSomebodyHasUndoneStaysUndone() {
        collect(broken(), PLENTY, 1);
        long source = sql.sql("select source_id from source").query(Long.class).single();
        fixture.ledger().undo(business(), source);

        Replay.Outcome outcome = replay(right());

        assertThat(outcome.runs()).isZero();
        assertThat(count("source where retracted_at is null")).isZero();
    }

    @Test
    void answersHoldNoTokensAndAreKeptWithinBounds() {
        Bounds small = new Bounds(Duration.ofDays(30), 20_000);
        collect(right(), PLENTY, 5);
        assertThat(stored()).isGreaterThan(small.bytes());
        Secret ofPage = signedIn.accesses()
                .tracked(business(), books.accounts().find(business(), account).orElseThrow())
                .token();
        List<String> tokens = List.of(token, Objects.requireNonNull(ofPage).value());
        for (RawResponses.Run run : books.answers().runs(business(), null, Instant.EPOCH)) {
            for (List<RawResponse> call : books.answers().calls(business(), run.runId())) {
                assertThat(call)
                        .allSatisfy(
                                answer -> assertThat(Deflated.text(answer.body()) + answer.target() + answer.asked())
                                        .doesNotContain(tokens));
            }
        }

        collect(right(), small, 2);
        assertThat(stored()).isPositive().isLessThanOrEqualTo(small.bytes());
        assertThat(books.answers()
                        .runs(business(), account, Instant.EPOCH)
                        .getLast()
                        .startedAt())
                .as("the newest stay")
                .isEqualTo(clock.instant().minus(Duration.ofHours(1)));

        clock.advance(Duration.ofDays(3));
        collect(right(), new Bounds(Duration.ofDays(2), 100 << 20), 1);
        assertThat(books.answers().runs(business(), null, Instant.EPOCH)).hasSize(1);
    }

    @Test
    void nothingIsKeptUnlessItIsAskedFor() {
        collect(right(), null, 2);

        assertThat(count("source")).isPositive();
        assertThat(count("raw_response")).isZero();
    }

    private long business() {
        return fixture.business().id();
    }

    private ConnectorSettings settings() {
        return new ConnectorSettings(Map.of("base-url", meta.address() + GraphSimulator.GRAPH_FACEBOOK));
    }

    private Connector right() {
        return new FacebookConnector(settings(), clock);
    }

    /// Turns of the account, an hour apart.
    private void collect(Connector connector, @Nullable Bounds bounds, int turns) {
        collect(connector, bounds, turns, Duration.ofHours(1));
    }

    private void collect(Connector connector, @Nullable Bounds bounds, int turns, Duration apart) {
        SyncEngine engine = new SyncEngine(
                fixture.ledger(),
                books.keeping(bounds),
                signedIn.accesses(),
                List.of(connector),
                new ReadingPlan(new AdaptivePolicy()),
                new SyncSettings(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofHours(1), LiveFixture.ANY),
                clock,
                clock::advance,
                new Telemetry(new SimpleMeterRegistry()));
        for (int turn = 0; turn < turns; turn++) {
            assertThat(engine.sync(fixture.business(), account)).isPresent();
            clock.advance(apart);
        }
    }

    private Replay.Outcome replay(Connector connector) {
        return new Replay(fixture.ledger(), books, List.of(connector)).replay(fixture.business(), null, Instant.EPOCH);
    }

    /// One that doubles all numbers of posts, and stumbles over the account.
    private Connector broken() {
        return changed((method, arguments, connector) -> switch (method) {
            case "posts" -> {
                Page<?> page = (Page<?>) connector.invoke();
                yield new Page<>(
                        page.items().stream()
                                .map(item -> (ListedPost) item)
                                .map(post -> new ListedPost(
                                        post.ref(), post.aliases(), post.version(), doubled(post.values()), null))
                                .toList(),
                        page.next());
            }
            case "readPosts" -> {
                Map<Object, Object> readings = new LinkedHashMap<>((Map<?, ?>) connector.invoke());
                readings.replaceAll((id, reading) -> reading instanceof PostReading.Values told
                        ? new PostReading.Values(doubled(told.values()), told.absences())
                        : reading);
                yield readings;
            }
            case "readAccount" -> throw new IllegalStateException("a fault in the mapping of " + connector.invoke());
            default -> connector.invoke();
        });
    }

    private static MetricValues doubled(MetricValues values) {
        MetricValues.Builder doubled = MetricValues.builder();
        values.present().forEach(metric -> doubled.put(metric, 2 * values.orNaN(metric)));
        return doubled.build();
    }

    private interface Invocation {
        Object invoke() throws Throwable;
    }

    private interface Change {
        Object of(String method, Object[] arguments, Invocation connector) throws Throwable;
    }

    private Connector changed(Change change) {
        Connector connector = right();
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(),
                new Class<?>[] {Connector.class},
                (proxy, method, arguments) ->
                        change.of(method.getName(), arguments, () -> invoke(connector, method, arguments)));
    }

    private static Object invoke(Connector connector, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connector, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /// Rows of readings that count and are not as the world was when they were read.
    private long wrong() {
        Map<String, SimulatedPost> posts = new LinkedHashMap<>();
        acme.visible(clock.instant())
                .forEach(post -> posts.put(MetaIds.post(acme, post).replaceFirst(".*_", ""), post));
        return sql
                .sql("""
                select a.external_id, s.* from post_snapshot s
                join source o using (business_id, source_id)
                join post_alias a on a.business_id = s.business_id and a.post_id = s.post_id
                    and a.scheme = 'facebook:post'
                where o.retracted_at is null
                """)
                .query((row, number) -> {
                    SimulatedPost post = posts.get(row.getString(1));
                    Instant at = row.getTimestamp("observed_at").toInstant();
                    for (Metric metric : METRICS) {
                        Double stored = row.getObject(metric.key(), Double.class);
                        if (post != null
                                && stored != null
                                && stored != post.value(metric, at).orElseThrow()) {
                            return true;
                        }
                    }
                    return false;
                })
                .list()
                .stream()
                .filter(wrong -> wrong)
                .count();
    }

    /// How often posts were read, by what counts.
    private long readings() {
        return count("""
                (select s.post_id, s.observed_at from post_snapshot s join source o using (business_id, source_id)
                    where o.retracted_at is null
                union
                select q.post_id, u.read_at from unchanged_read u join source o using (business_id, source_id)
                    cross join lateral unnest(u.post_ids) q (post_id) where o.retracted_at is null) r""");
    }

    private double reach(long post, @Nullable Instant asOf) {
        return new PostRecords(fixture.database())
                .find(business(), post, asOf).orElseThrow().history().readings().stream()
                        .map(reading -> reading.values())
                        // Lists tell a few counters between.
                        .filter(values -> values.has(Metric.REACH))
                        .toList()
                        .getLast()
                        .orNaN(Metric.REACH);
    }

    private long stored() {
        return sql.sql("select coalesce(sum(bytes), 0) from raw_response")
                .query(Long.class)
                .single();
    }

    private long count(String what) {
        return sql.sql("select count(*) from " + what).query(Long.class).single();
    }
}
