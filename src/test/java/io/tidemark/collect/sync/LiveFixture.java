package io.tidemark.collect.sync;

import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.Business;
import io.tidemark.metric.Metric;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A business whose accounts are collected from a simulated platform, on a clock that jumps from one turn to the next.
final class LiveFixture implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-03-09T23:30:00Z");

    private final LedgerFixture ledger;
    private final MutableClock clock;
    private final SyncEngine engine;
    private final Books books;
    private final SignedIn signedIn;
    private final JdbcClient sql;

    LiveFixture(MutableClock clock, Login login, ReadingPlan plan) {
        this.clock = clock;
        ledger = LedgerFixture.create(clock);
        signedIn = new SignedIn(ledger.database(), login, clock);
        books = Books.of(ledger.database());
        engine = new SyncEngine(
                ledger.ledger(),
                books,
                signedIn.accesses(),
                login.connectors(),
                plan,
                SyncSettings.DEFAULT,
                clock,
                clock::advance);
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(ledger.address().jdbcUrl());
        owner.setUser(ledger.address().user());
        owner.setPassword(ledger.address().password());
        sql = JdbcClient.create(owner);
    }

    Business business() {
        return ledger.business();
    }

    LedgerFixture ledger() {
        return ledger;
    }

    SyncEngine engine() {
        return engine;
    }

    Books books() {
        return books;
    }

    JdbcClient sql() {
        return sql;
    }

    List<Long> connect(Login.Grant grant) {
        return signedIn.collectAll(business().id(), grant);
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
            Optional<Instant> again = engine.sync(business(), next.getKey());
            due.put(next.getKey(), again.orElse(clock.instant().plus(Duration.ofMinutes(1))));
        }
    }

    /// A stored reading of a post.
    record Stored(String alias, Instant at, Map<Metric, Double> values) {}

    /// All rows of readings, unchanged ones too, by the first alias of a scheme.
    List<Stored> readings(String scheme) {
        String columns = String.join(
                ", ",
                java.util.Arrays.stream(Metric.values())
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
        ledger.close();
    }
}
