package io.tidemark.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A migrated database, with a pool of connections that act as the application's role.
///
/// The owner's login runs migrations and makes partitions; every pooled connection steps down to `tidemark_app`, which
/// owns nothing and is held by row-level security.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int MONTHS_AHEAD = 3;
    private static final int CONNECTIONS = 12;

    /// The partition of everything before the year of installation.
    private static final String BEFORE = "post_snapshot_before";

    private static final Pattern MONTHLY = Pattern.compile("post_snapshot_(\\d{4})_\\d{2}");

    private final DatabaseAddress address;
    private final DataSource owner;
    private final HikariDataSource application;
    private final HikariDataSource ids;
    private final HikariDataSource lanes;
    private final Clock clock;
    private final ScheduledExecutorService maintenance = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ledger-maintenance").factory());

    private Database(DatabaseAddress address, DataSource owner, Clock clock) {
        this.address = address;
        this.owner = owner;
        this.clock = clock;
        application = pool("tidemark", CONNECTIONS);
        ids = pool("tidemark-ids", 1);
        lanes = pool("tidemark-lanes", Lanes.MOST - 1);
    }

    /// Migrates the schema and makes the partitions of the coming months.
    ///
    /// @throws DatabaseUnusable where the server or the login will not do
    public static Database open(DatabaseAddress address, Clock clock) {
        Preflight.check(owner(address));
        migrate(address);
        Database database = attach(address, clock);
        database.preparePartitions();
        database.keepPartitionsAhead();
        return database;
    }

    /// One that is migrated already, and whose partitions somebody else makes.
    static Database attach(DatabaseAddress address, Clock clock) {
        return new Database(address, owner(address), clock);
    }

    private static PGSimpleDataSource owner(DatabaseAddress address) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(address.jdbcUrl());
        owner.setUser(address.user());
        owner.setPassword(address.password());
        return owner;
    }

    /// Told the plain address: that of a connection of the data source spells out dozens of settings, which Flyway
    /// searches for secrets for longer than all the rest of a start takes it.
    private static void migrate(DatabaseAddress address) {
        try {
            Flyway.configure()
                    .dataSource(address.jdbcUrl(), address.user(), address.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayValidateException made) {
            throw new DatabaseUnusable(
                    "The database was made by another version of Tidemark that this one does not know: run that version,"
                            + " or give another --data-dir or --database-url.",
                    made);
        }
    }

    /// Further connections that act as the application's role; whoever asks for them closes them.
    HikariDataSource pool(String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        // Connects when it is first asked: one more to see whether that works, as it makes otherwise, is thrown away.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
        config.setConnectionInitSql("set role " + Preflight.APPLICATION_ROLE + "; set time zone 'UTC'");
        return new HikariDataSource(config);
    }

    /// A connection outside of all pools, acting as the application's role; whoever asks for it closes it.
    ///
    /// @param name by which the server lists it
    Connection ownConnection(String name) throws SQLException {
        Connection connection = owner.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + Preflight.APPLICATION_ROLE + "; set application_name = '" + name + "'");
            return connection;
        } catch (SQLException problem) {
            connection.close();
            throw problem;
        }
    }

    DataSource application() {
        return application;
    }

    /// For leasing ids: an append that holds a connection must never wait for another append to give one back.
    DataSource ids() {
        return ids;
    }

    /// For the further connections of [Lanes]: a reading that holds one must never wait for another to give one back.
    DataSource lanes() {
        return lanes;
    }

    Clock clock() {
        return clock;
    }

    /// A server may run for longer than partitions were made ahead. What fails one day is tried again the next.
    private void keepPartitionsAhead() {
        var _ = maintenance.scheduleWithFixedDelay(
                () -> {
                    try {
                        preparePartitions();
                    } catch (RuntimeException failure) {
                        LOG.error("partitions could not be prepared, trying again tomorrow", failure);
                    }
                },
                1,
                1,
                TimeUnit.DAYS);
    }

    /// Makes the monthly partitions of snapshots up to three months ahead, so that ingestion never needs DDL. One
    /// partition takes everything before the year of installation.
    public void preparePartitions() {
        JdbcClient sql = JdbcClient.create(owner);
        Set<String> partitions = partitions(sql);
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        YearMonth month = YearMonth.of(installationYear(partitions, now), 1);
        if (!partitions.contains(BEFORE)) {
            sql.sql("create table if not exists " + BEFORE + " partition of post_snapshot"
                            + " for values from (minvalue) to ('" + month.atDay(1) + " 00:00:00+00')")
                    .update();
        }
        for (; !month.isAfter(now.plusMonths(MONTHS_AHEAD)); month = month.plusMonths(1)) {
            String name = "post_snapshot_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
            if (!partitions.contains(name)) {
                sql.sql("create table if not exists " + name + " partition of post_snapshot for values from ('"
                                + month.atDay(1) + " 00:00:00+00') to ('"
                                + month.plusMonths(1).atDay(1) + " 00:00:00+00')")
                        .update();
            }
        }
    }

    /// Asked for all at once: each question to the owner's login is a connection of its own.
    private static Set<String> partitions(JdbcClient sql) {
        return Set.copyOf(sql.sql("""
                select c.relname::text
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'post_snapshot'::regclass
                """).query(String.class).list());
    }

    /// The year whose January is the oldest monthly partition; the present year where there is none yet.
    private static int installationYear(Set<String> partitions, YearMonth now) {
        return partitions.stream()
                .map(MONTHLY::matcher)
                .filter(Matcher::matches)
                .mapToInt(monthly -> Integer.parseInt(monthly.group(1)))
                .min()
                .orElse(now.getYear());
    }

    @Override
    public void close() {
        maintenance.shutdownNow();
        application.close();
        ids.close();
        lanes.close();
    }
}
