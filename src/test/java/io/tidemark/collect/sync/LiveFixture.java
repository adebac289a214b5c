package io.tidemark.collect.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.Business;
import io.tidemark.metric.Metric;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A business whose accounts are collected from a simulated platform, on a clock that jumps from one turn to
/// the next.
final class LiveFixture implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-03-09T23:30:00Z");

    /// Simulated platforms give the real date with their answers, whatever their clock says.
    static final Duration ANY = Duration.ofDays(36_500);

    /// After which it is looked again whether an account that nobody could take can be taken.
    private static final Duration NOT_TAKEN = Duration.ofMinutes(10);

    /// Turns an hour apart, so that days pass in seconds.
    static SyncSettings settings(Duration clockTolerance) {
        return new SyncSettings(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofHours(1), clockTolerance);
    }

    private final LedgerFixture ledger;
    private final MutableClock clock;
    private final List<SyncEngine> engines = new ArrayList<>();
    private final Plug plug;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Books books;
    private final SignedIn signedIn;
    /// Signing in with the database takes longer than most of what is asked.
    private final SingleConnectionDataSource owner;
    private final JdbcClient sql;

    LiveFixture(MutableClock clock, Login login, ReadingPlan plan) {
        this(clock, login, plan, 1, 0);
    }

    /// One that compares its clock with the real date.
    LiveFixture(MutableClock clock, Login login, ReadingPlan plan, Duration clockTolerance) {
        this(clock, login, plan, 1, 0, settings(clockTolerance));
    }

    /// One whose accounts have their turns that far apart, where many days are to pass.
    static LiveFixture slow(MutableClock clock, Login login, ReadingPlan plan, Duration apart) {
        return new LiveFixture(
                clock, login, plan, 1, 0, new SyncSettings(Duration.ofMinutes(30), Duration.ofMinutes(5), apart, ANY));
    }

    /// @param processes how many collect on the one database
    /// @param pulled how often a process dies: the chance at every look at its clock
    LiveFixture(MutableClock clock, Login login, ReadingPlan plan, int processes, double pulled) {
        this(clock, login, plan, processes, pulled, settings(ANY));
    }

    private LiveFixture(
            MutableClock clock, Login login, ReadingPlan plan, int processes, double pulled, SyncSettings settings) {
        this.clock = clock;
        plug = new Plug(clock, pulled);
        ledger = LedgerFixture.create(clock);
        signedIn = new SignedIn(ledger.database(), login, clock);
        books = Books.of(ledger.database());
        for (int process = 0; process < processes; process++) {
            engines.add(new SyncEngine(
                    ledger.ledger(),
                    Books.of(ledger.database()),
                    signedIn.accesses(),
                    login.connectors(),
                    plan,
                    settings,
                    plug,
                    clock::advance,
                    new Telemetry(meters)));
        }
        owner = new SingleConnectionDataSource(
                ledger.address().jdbcUrl(),
                ledger.address().user(),
                ledger.address().password(),
                true);
        sql = JdbcClient.create(owner);
    }

    Business business() {
        return ledger.business();
    }

    MeterRegistry meters() {
        return meters;
    }

    LedgerFixture ledger() {
        return ledger;
    }

    SyncEngine engine() {
        return engines.getFirst();
    }

    /// How many runs were cut off.
    int killed() {
        return plug.killed.get();
    }

    /// A process died.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// The clock of a process that may die whenever it looks at it.
    private static final class Plug extends Clock {
        private final Clock clock;
        private final double pulled;
        private final SplittableRandom random = new SplittableRandom(11);
        private final AtomicInteger killed = new AtomicInteger();

        Plug(Clock clock, double pulled) {
            this.clock = clock;
            this.pulled = pulled;
        }

        @Override
        public synchronized Instant instant() {
            if (random.nextDouble() < pulled) {
                killed.incrementAndGet();
                throw new Killed();
            }
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }

    Books books() {
        return books;
    }

    JdbcClient sql() {
        return sql;
    }

    /// @param what a table, with a condition or without
    long count(String what) {
        return sql.sql("select count(*) from " + what).query(Long.class).single();
    }

    List<Long> connect(Login.Grant grant) {
        return signedIn.collectAll(business().id(), grant);
    }

    /// Somebody signs in again.
    void reconnect(Login.Grant grant) {
        signedIn.reconnect(business().id(), grant);
    }

    /// The aliases of each post that is told as deleted.
    List<List<String>> deleted() {
        return sql.sql("""
                select string_agg(a.external_id, ' ') from post_analytics p
                join post_alias a on a.business_id = p.business_id and a.post_id = p.post_id
                where p.deleted group by p.post_id
                """)
                .query((row, number) -> List.of(row.getString(1).split(" ", -1)))
                .list();
    }

    /// Lets accounts be collected whenever their turn is, until a while has passed.
    void live(List<Long> accounts, Duration duration) {
        Instant end = clock.instant().plus(duration);
        Map<Long, Instant> due = new TreeMap<>();
        accounts.forEach(account -> due.put(account, clock.instant()));
        while (true) {
            Map.Entry<Long, Instant> next =
                    due.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
            if (next.getValue().isAfter(end)) {
                clock.advance(Duration.between(clock.instant(), end));
                return;
            }
            if (next.getValue().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.getValue()));
            }
            due.put(next.getKey(), turn(next.getKey()));
        }
    }

    /// All processes see that it is the account's turn.
    private Instant turn(long account) {
        try (ExecutorService processes = Executors.newFixedThreadPool(engines.size())) {
            List<Future<Optional<Instant>>> turns = engines.stream()
                    .map(engine -> processes.submit(() -> attempt(engine, account)))
                    .toList();
            Instant again = clock.instant().plus(NOT_TAKEN);
            for (Future<Optional<Instant>> turn : turns) {
                Optional<Instant> next = turn.get();
                if (next.isPresent()) {
                    again = next.get();
                }
            }
            return again;
        } catch (InterruptedException | ExecutionException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private Optional<Instant> attempt(SyncEngine engine, long account) {
        try {
            return engine.sync(business(), account);
        } catch (Killed killed) {
            return Optional.empty();
        }
    }

    /// A stored reading of a post.
    record Stored(String alias, Instant at, Map<Metric, Double> values) {}

    /// All rows of readings, unchanged ones too, by the first alias of a scheme.
    List<Stored> readings(String scheme) {
        String columns = String.join(
                ", ",
                Arrays.stream(Metric.values())
                        .filter(Metric::ofPosts)
                        .map(metric -> "s." + metric.key())
                        .toList());
        List<Stored> stored = new ArrayList<>(sql.sql("""
                select a.external_id, s.observed_at, %1$s
                from post_snapshot s
                join post_alias a on a.business_id = s.business_id and a.post_id = s.post_id and a.scheme = :scheme
                union all
                select a.external_id, u.read_at, %1$s
                from unchanged_read u cross join lateral unnest(u.post_ids) q (post_id)
                join post_alias a on a.business_id = u.business_id and a.post_id = q.post_id and a.scheme = :scheme
                join lateral (select * from post_snapshot p where p.business_id = u.business_id and p.post_id = q.post_id
                    and p.observed_at < u.read_at order by p.observed_at desc limit 1) s on true
                """.formatted(columns))
                .param("scheme", scheme)
                .query((row, number) -> {
                    Map<Metric, Double> values = new TreeMap<>();
                    for (Metric metric : Metric.values()) {
                        if (metric.ofPosts()) {
                            Double value = row.getObject(metric.key(), Double.class);
                            if (value != null) {
                                values.put(metric, value);
                            }
                        }
                    }
                    return new Stored(row.getString(1), row.getTimestamp(2).toInstant(), values);
                })
                .list());
        stored.sort(Comparator.comparing(Stored::alias).thenComparing(Stored::at));
        return stored;
    }

    @Override
    public void close() {
        owner.destroy();
        ledger.close();
    }
}
