package io.tidemark.ledger;

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
                select account_id, route, kind, metric, said, refused_at from refused_metric
                where business_id = :business and refused_at > :since order by account_id, route, kind, metric
                """).param("since", Timestamp.from(since)).query(row -> {
            refused.computeIfAbsent(row.getLong(1), account -> new ArrayList<>())
                    .add(new SyncBook.Refused(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getTimestamp(6).toInstant()));
        });
        return refused;
    }

    private static AccountHealth account(ResultSet row, long id, Set<LocalDate> days, List<SyncBook.Refused> refused)
            throws SQLException {
        @Nullable Timestamp troubled = row.getTimestamp("troubled_since");
        return new AccountHealth(
                id,
                row.getLong("found"),
                row.getLong("quarantined"),
                row.getString("fault"),
                troubled == null ? null : troubled.toInstant(),
                row.getObject("begun_on", LocalDate.class),
                days,
                refused);
    }
}
