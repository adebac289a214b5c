package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The accounts that are collected from their platforms, and who works on which.
public final class LiveAccounts {
    private static final String SELECT = """
            select l.account_id, l.connection_id, l.connector, l.external_id, l.kind, l.replies, l.sealed_token, l.status, l.said,
                l.said_from, l.backfill, l.backfilled_at, l.discovered_at, l.account_read_at, l.days_read_at, l.swept_at,
                l.last_attempt_at, l.last_success_at, l.failures, l.due_at, a.platform, a.handle, a.name, a.owned
            from live_account l
            join account a on a.business_id = :business and a.account_id = l.account_id
            where l.business_id = :business
            """;

    private final Door door;

    public LiveAccounts(Database database) {
        door = new Door(database);
    }

    public List<LiveAccount> all(long businessId) {
        return door.inBusiness(
                businessId, session -> read(session, session.statement(SELECT + "order by l.account_id")));
    }

    public Optional<LiveAccount> find(long businessId, long accountId) {
        return door.inBusiness(
                businessId,
                session ->
                        read(
                                        session,
                                        session.statement(SELECT + "and l.account_id = :account")
                                                .param("account", accountId))
                                .stream()
                                .findFirst());
    }

    /// Takes an account for a run, unless another one works on it.
    ///
    /// @return empty where another run has it, or it is not to be collected
    public Optional<LiveAccount> take(long businessId, long accountId, String run, Instant now, Instant until) {
        int taken = door.inBusiness(
                businessId,
                session -> session.statement("""
                update live_account set lease = :run, leased_until = :until, last_attempt_at = :now
                where business_id = :business and account_id = :account and status = 'collecting'
                    and (leased_until is null or leased_until <= :now)
                    and exists (select from connection c where c.business_id = :business
                        and c.connection_id = live_account.connection_id and c.status = 'good')
                """)
                        .param("run", run)
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(now))
                        .param("account", accountId)
                        .update());
        return taken == 0 ? Optional.empty() : find(businessId, accountId);
    }

    /// Holds an account for longer.
    ///
    /// @return false where the run has lost it
    public boolean hold(long businessId, long accountId, String run, Instant until) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                update live_account set leased_until = :until
                where business_id = :business and account_id = :account and lease = :run
                """)
                                .param("until", Timestamp.from(until))
                                .param("account", accountId)
                                .param("run", run)
                                .update()
                        == 1);
    }

    /// Keeps what a run came to, and gives the account back. Nothing happens where the run has lost it.
    public void giveBack(long businessId, String run, LiveAccount after) {
        Told said = after.said();
        LiveAccount.Progress progress = after.progress();
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update live_account set lease = null, leased_until = null, status = :status, said = :said, said_from = :from,
                    backfill = :backfill::jsonb, backfilled_at = :backfilled::timestamptz, discovered_at = :discovered::timestamptz,
                    account_read_at = :account_read::timestamptz, days_read_at = :days_read::timestamptz, swept_at = :swept::timestamptz,
                    last_success_at = :success::timestamptz, failures = :failures, due_at = :due
                where business_id = :business and account_id = :account and lease = :run and status = 'collecting'
                """)
                        .param("status", after.status().name().toLowerCase(Locale.ROOT))
                        .param("said", said == null ? null : said.text())
                        .param("from", said == null ? null : said.said())
                        .param("backfill", progress.backfill())
                        .param("backfilled", timestamp(progress.backfilledAt()))
                        .param("discovered", timestamp(progress.discoveredAt()))
                        .param("account_read", timestamp(progress.accountReadAt()))
                        .param("days_read", timestamp(progress.daysReadAt()))
                        .param("swept", timestamp(progress.sweptAt()))
                        .param("success", timestamp(after.lastSuccessAt()))
                        .param("failures", after.failures())
                        .param("due", Timestamp.from(after.dueAt()))
                        .param("account", after.accountId())
                        .param("run", run)
                        .update());
    }

    /// Those of a business whose turn it is and that nobody works on, the longest waiting first.
    public List<Long> due(long businessId, Instant now) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select l.account_id from live_account l
                join connection c on c.business_id = :business and c.connection_id = l.connection_id
                where l.business_id = :business and l.status = 'collecting' and c.status = 'good' and l.due_at <= :now
                    and (l.leased_until is null or l.leased_until <= :now)
                order by l.due_at, l.account_id
                """)
                        .param("now", Timestamp.from(now))
                        .query(Long.class)
                        .list());
    }

    /// Of many businesses at once, by number: whoever lists businesses would otherwise open a transaction for each.
    public Map<Long, Collecting> collecting(Collection<Long> businessIds) {
        Map<Long, Collecting> collecting = new HashMap<>();
        businessIds.forEach(id -> collecting.put(id, Collecting.NEVER));
        door.sql()
                .sql("select * from collecting_of(?)")
                .param(businessIds.toArray(Long[]::new))
                .query(row -> {
                    collecting.put(
                            row.getLong("of_business"),
                            new Collecting(
                                    row.getBoolean("connected"), instant(row, "last_at"), instant(row, "next_at")));
                });
        return collecting;
    }

    /// The account has another handle or name by now.
    public void rename(long businessId, long accountId, String handle, String name) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                update account set handle = :handle, name = :name
                where business_id = :business and account_id = :account and (handle <> :handle or name <> :name)
                """)
                        .param("handle", handle)
                        .param("name", name)
                        .param("account", accountId)
                        .update());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static List<LiveAccount> read(Session session, StatementSpec statement) {
        List<LiveAccount> rows = statement.query(LiveAccounts::row).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Alias>> aliases = aliases(session);
        return rows.stream()
                .map(row -> row.known(aliases.getOrDefault(row.accountId(), List.of())))
                .toList();
    }

    private static Map<Long, List<Alias>> aliases(Session session) {
        Map<Long, List<Alias>> aliases = new HashMap<>();
        session.statement("""
                select v.account_id, v.scheme, v.external_id from account_alias v
                join live_account l on l.business_id = :business and l.account_id = v.account_id
                where v.business_id = :business order by v.account_id, v.scheme, v.external_id
                """).query(row -> {
            aliases.computeIfAbsent(row.getLong(1), account -> new ArrayList<>())
                    .add(new Alias(row.getString(2), row.getString(3)));
        });
        return aliases;
    }

    private static LiveAccount row(ResultSet row, int number) throws SQLException {
        return new LiveAccount(
                row.getLong("account_id"),
                row.getLong("connection_id"),
                row.getString("connector"),
                row.getString("external_id"),
                row.getString("kind"),
                new AccountKey(
                        Platform.find(row.getString("platform")).orElseThrow(),
                        row.getString("handle"),
                        row.getString("name"),
                        List.of(),
                        row.getBoolean("owned")),
                row.getBoolean("replies"),
                row.getBytes("sealed_token"),
                LiveAccount.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Told.read(row),
                new LiveAccount.Progress(
                        row.getString("backfill"),
                        instant(row, "backfilled_at"),
                        instant(row, "discovered_at"),
                        instant(row, "account_read_at"),
                        instant(row, "days_read_at"),
                        instant(row, "swept_at")),
                instant(row, "last_attempt_at"),
                instant(row, "last_success_at"),
                row.getInt("failures"),
                row.getTimestamp("due_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
