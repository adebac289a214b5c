package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the live collection of a business does: three statements for all of its accounts, however many these are.
public final class HealthReader {
    private final Door door;

    public HealthReader(Database database) {
        door = new Door(database);
    }

    /// Accounts that are or were collected, by id.
    ///
    /// @param from the first day of the calendar
    /// @param refusedSince what was refused before counts no more
    public Map<Long, AccountHealth> read(long businessId, ZoneId zone, LocalDate from, Instant refusedSince) {
        return door.readBusiness(businessId, session -> {
            Map<Long, Set<LocalDate>> days = days(session, zone, from);
            Map<Long, List<SyncBook.Refused>> refused = refused(session, refusedSince);
            Map<Long, AccountHealth> accounts = new HashMap<>();
            session.statement("""
                    select l.account_id,
                        (select count(*) from live_post p
                            where p.business_id = :business and p.account_id = l.account_id) as found,
                        (select count(*) from quarantine q
                            where q.business_id = :business and q.account_id = l.account_id) as quarantined,
                        newest.fault,
                        (select min(r.finished_at) from sync_run r
                            where r.business_id = :business and r.account_id = l.account_id and r.outcome <> 'done'
                                and r.finished_at > coalesce(
                                    (select max(g.finished_at) from sync_run g
                                        where g.business_id = :business and g.account_id = l.account_id
                                            and g.outcome = 'done'),
                                    '-infinity')) as troubled_since,
                        (least(
                            (select min(r.started_at) from sync_run r
                                where r.business_id = :business and r.account_id = l.account_id),
                            (select min(p.found_at) from live_post p
                                where p.business_id = :business and p.account_id = l.account_id))
                            at time zone :zone)::date as begun_on
                    from live_account l
                    left join lateral (
                        select r.fault from sync_run r
                        where r.business_id = :business and r.account_id = l.account_id
                        order by r.finished_at desc, r.run_id desc limit 1) newest on true
                    where l.business_id = :business
                    """).param("zone", zone.getId()).query(row -> {
                long id = row.getLong("account_id");
                accounts.put(
                        id, account(row, id, days.getOrDefault(id, Set.of()), refused.getOrDefault(id, List.of())));
            });
            return accounts;
        });
    }

    /// How the accounts of a platform stand together.
    ///
    /// @param collecting accounts that are to be collected and whose sign-in is good
    /// @param withoutSignIn accounts that wait for somebody to sign in again
    /// @param waitingSince since when the one waits whose turn has been due for longest; null where none
    ///     waits
    /// @param unreadSince the last successful run of the one that was not read for longest; null where none
    ///     was read
    public record Standing(
            Platform platform,
            long collecting,
            long withoutSignIn,
            long paused,
            @Nullable Instant waitingSince,
            @Nullable Instant unreadSince) {}

    /// All accounts of a business by platform, in one statement.
    public List<Standing> standings(long businessId, Instant now) {
        return door.readBusiness(
                businessId,
                session -> session.statement("""
                select a.platform,
                    count(*) filter (where l.status = 'collecting' and c.status = 'good') as collecting,
                    count(*) filter (where l.status = 'collecting' and c.status <> 'good') as without_sign_in,
                    count(*) filter (where l.status = 'paused') as paused,
                    min(l.due_at) filter (where l.status = 'collecting' and c.status = 'good' and l.due_at <= :now)
                        as waiting_since,
                    min(l.last_success_at) filter (where l.status = 'collecting') as unread_since
                from live_account l
                join account a on a.business_id = :business and a.account_id = l.account_id
                join connection c on c.business_id = :business and c.connection_id = l.connection_id
                where l.business_id = :business and l.status <> 'disconnected' group by a.platform order by a.platform
                """)
                        .param("now", Timestamp.from(now))
                        .query((row, number) -> new Standing(
                                Platform.find(row.getString("platform")).orElseThrow(),
                                row.getLong("collecting"),
                                row.getLong("without_sign_in"),
                                row.getLong("paused"),
                                instant(row, "waiting_since"),
                                instant(row, "unread_since")))
                        .list());
    }

    /// A run without a call has read nothing.
    private static Map<Long, Set<LocalDate>> days(Session session, ZoneId zone, LocalDate from) {
        Map<Long, Set<LocalDate>> days = new HashMap<>();
        session.statement("""
                select distinct account_id, (finished_at at time zone :zone)::date as day from sync_run
                where business_id = :business and finished_at >= (:from::date::timestamp at time zone :zone)
                    and calls > 0 and (outcome = 'done' or source_id is not null)
                """).param("zone", zone.getId()).param("from", from).query(row -> {
            days.computeIfAbsent(row.getLong(1), account -> new HashSet<>()).add(row.getObject(2, LocalDate.class));
        });
        return days;
    }

    private static Map<Long, List<SyncBook.Refused>> refused(Session session, Instant since) {
        Map<Long, List<SyncBook.Refused>> refused = new HashMap<>();
        session.statement("""
                select account_id, route, kind, metric, said, said_from, refused_at from refused_metric
                where business_id = :business and refused_at > :since order by account_id, route, kind, metric
                """).param("since", Timestamp.from(since)).query(row -> {
            refused.computeIfAbsent(row.getLong(1), account -> new ArrayList<>())
                    .add(new SyncBook.Refused(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            new Told(row.getString(5), row.getString(6)),
                            row.getTimestamp(7).toInstant()));
        });
        return refused;
    }

    private static AccountHealth account(ResultSet row, long id, Set<LocalDate> days, List<SyncBook.Refused> refused)
            throws SQLException {
        return new AccountHealth(
                id,
                row.getLong("found"),
                row.getLong("quarantined"),
                row.getString("fault"),
                instant(row, "troubled_since"),
                row.getObject("begun_on", LocalDate.class),
                days,
                refused);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
