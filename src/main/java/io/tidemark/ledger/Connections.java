package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Sign-ins with platforms. One that was removed keeps its row, without tokens, and is found no more.
public final class Connections {
    /// Longer than a way back from a platform is good.
    private static final Duration WAYS_BACK_KEPT = Duration.ofDays(1);

    private static final String SELECT = """
            select connection_id, login, title, sealed_grant, scopes, issued_at, expires_at, renewal_expires_at, ends_at,
                status, said, said_from, created_by, created_at
            from connection where business_id = :business and status <> 'removed'
            """;
    private static final String SET_GRANT = """
            sealed_grant = :sealed, scopes = :scopes, issued_at = :issued, expires_at = :expires,
                renewal_expires_at = :renewal_expires, ends_at = :ends, status = 'good', said = null,
                said_from = null
            """;

    private final Door door;
    private final Ids ids;
    private final Clock clock;

    public Connections(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    /// The id of a connection that is to be added: what is sealed for it names it.
    public long newId() {
        return ids.take();
    }

    /// In the order in which they were made.
    public List<Connection> all(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement(SELECT + "order by connection_id")
                        .query(Connections::read)
                        .list());
    }

    /// How many take no calls until somebody signs in again; empty where there is no connection.
    public OptionalInt broken(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select count(*), count(*) filter (where status = 'sign_in_again')
                from connection where business_id = :business and status <> 'removed'
                """)
                        .query((row, number) ->
                                row.getInt(1) == 0 ? OptionalInt.empty() : OptionalInt.of(row.getInt(2)))
                        .single());
    }

    public Optional<Connection> find(long businessId, long connectionId) {
        return door.inBusiness(businessId, session -> find(session, connectionId, ""));
    }

    public Connection add(
            long businessId,
            long connectionId,
            String login,
            String title,
            SealedGrant grant,
            @Nullable Long createdBy) {
        Connection made =
                new Connection(connectionId, login, title, grant, Connection.Status.GOOD, null, createdBy, now());
        door.inBusiness(
                businessId,
                session -> granted(session.statement("""
                insert into connection (business_id, connection_id, login, title, sealed_grant, scopes, issued_at,
                    expires_at, renewal_expires_at, ends_at, status, created_by, created_at)
                values (:business, :connection, :login, :title, :sealed, :scopes, :issued, :expires, :renewal_expires,
                    :ends, 'good', :by, :now)
                """), grant)
                        .param("connection", connectionId)
                        .param("login", login)
                        .param("title", title)
                        .param("by", createdBy, Types.BIGINT)
                        .param("now", Timestamp.from(made.createdAt()))
                        .update());
        return made;
    }

    /// Somebody has signed in again: its accounts are collected at once, and what was refused may be allowed now.
    ///
    /// @param title null where it stays as it is
    /// @return false where it was removed
    public boolean replace(long businessId, long connectionId, @Nullable String title, SealedGrant grant) {
        return door.inBusiness(businessId, session -> {
            int replaced = granted(
                            session.statement(
                                    "update connection set title = coalesce(:title, title), " + SET_GRANT + """
                            where business_id = :business and connection_id = :connection and status <> 'removed'
                            """),
                            grant)
                    .param("title", title, Types.VARCHAR)
                    .param("connection", connectionId)
                    .update();
            session.statement("""
                    update live_account set due_at = :now, collecting_since = :now, failures = 0, said = null,
                        said_from = null
                    where business_id = :business and connection_id = :connection and status = 'collecting'
                    """)
                    .param("now", Timestamp.from(now()))
                    .param("connection", connectionId)
                    .update();
            session.statement("""
                    delete from refused_metric where business_id = :business and account_id in (
                        select account_id from live_account
                        where business_id = :business and connection_id = :connection)
                    """).param("connection", connectionId).update();
            Versions.stepFreshness(session);
            return replaced == 1;
        });
    }

    /// Renews a connection while no other process does: whoever comes second sees what the first has brought.
    ///
    /// @param renewal asked once the connection is locked; what it throws leaves all as it was
    /// @return the connection as it is then; empty where it was removed
    public Optional<Connection> renew(
            long businessId, long connectionId, Function<Connection, Connection.Renewal> renewal) {
        return door.inBusiness(
                businessId,
                session -> find(session, connectionId, "for update").flatMap(locked -> switch (renewal.apply(locked)) {
                    case Connection.Renewal.Kept() -> Optional.of(locked);
                    case Connection.Renewal.Renewed(SealedGrant grant) -> {
                        granted(session.statement("update connection set " + SET_GRANT + """
                                        where business_id = :business and connection_id = :connection
                                        """), grant)
                                .param("connection", connectionId)
                                .update();
                        yield find(session, connectionId, "");
                    }
                    case Connection.Renewal.Ended(Told said) -> {
                        end(session, connectionId, said);
                        yield find(session, connectionId, "");
                    }
                }));
    }

    /// The platform takes the sign-in no more.
    public void end(long businessId, long connectionId, Told said) {
        door.inBusiness(businessId, session -> end(session, connectionId, said));
    }

    /// Forgets the tokens; what was collected stays, and its accounts are collected no more.
    ///
    /// @return false where there is no such connection
    public boolean remove(long businessId, long connectionId) {
        return door.inBusiness(businessId, session -> {
            int removed =
                    session.statement("""
                    update connection set status = 'removed', sealed_grant = '', said = null, said_from = null
                    where business_id = :business and connection_id = :connection and status <> 'removed'
                    """).param("connection", connectionId).update();
            session.statement("""
                    update live_account set status = 'disconnected', sealed_token = null, said = null,
                        said_from = null, lease = null, leased_until = null
                    where business_id = :business and connection_id = :connection
                    """).param("connection", connectionId).update();
            Versions.stepFreshness(session);
            return removed == 1;
        });
    }

    /// Keeps tokens that were sealed anew, unless they have changed meanwhile.
    ///
    /// @return false where they have
    public boolean reseal(long businessId, long connectionId, byte[] before, byte[] after) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                update connection set sealed_grant = :after
                where business_id = :business and connection_id = :connection and sealed_grant = :before
                """)
                                .param("after", after)
                                .param("before", before)
                                .param("connection", connectionId)
                                .update()
                        == 1);
    }

    /// Takes a way back from a platform.
    ///
    /// @return false where it was taken before
    public boolean takeWayBack(long businessId, String signIn) {
        return door.inBusiness(businessId, session -> {
            session.statement("delete from used_sign_in where business_id = :business and used_at < :forgotten")
                    .param("forgotten", Timestamp.from(now().minus(WAYS_BACK_KEPT)))
                    .update();
            return session.statement("""
                    insert into used_sign_in (business_id, sign_in, used_at) values (:business, :sign_in, :now)
                    on conflict do nothing
                    """)
                            .param("sign_in", signIn)
                            .param("now", Timestamp.from(now()))
                            .update()
                    == 1;
        });
    }

    private static int end(Session session, long connectionId, Told said) {
        int ended = session.statement("""
                update connection set status = 'sign_in_again', said = :said, said_from = :from
                where business_id = :business and connection_id = :connection and status = 'good'
                """)
                .param("said", said.text())
                .param("from", said.said())
                .param("connection", connectionId)
                .update();
        if (ended > 0) {
            Versions.stepFreshness(session);
        }
        return ended;
    }

    private static Optional<Connection> find(Session session, long connectionId, String lock) {
        return session.statement(SELECT + "and connection_id = :connection " + lock)
                .param("connection", connectionId)
                .query(Connections::read)
                .optional();
    }

    private static StatementSpec granted(StatementSpec statement, SealedGrant grant) {
        return statement
                .param("sealed", grant.sealed())
                .param("scopes", grant.scopes().stream().sorted().collect(Collectors.joining(" ")))
                .param("issued", Timestamp.from(grant.issuedAt()))
                .param("expires", timestamp(grant.expiresAt()), Types.TIMESTAMP)
                .param("renewal_expires", timestamp(grant.renewalExpiresAt()), Types.TIMESTAMP)
                .param("ends", timestamp(grant.endsAt()), Types.TIMESTAMP);
    }

    private static Connection read(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getLong("connection_id"),
                row.getString("login"),
                row.getString("title"),
                new SealedGrant(
                        row.getBytes("sealed_grant"),
                        Arrays.stream(row.getString("scopes").split(" "))
                                .filter(scope -> !scope.isEmpty())
                                .collect(Collectors.toSet()),
                        row.getTimestamp("issued_at").toInstant(),
                        instant(row, "expires_at"),
                        instant(row, "renewal_expires_at"),
                        instant(row, "ends_at")),
                Connection.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Told.read(row),
                row.getObject("created_by", Long.class),
                row.getTimestamp("created_at").toInstant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
