package io.tidemark.ledger;

import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reading accounts with what they hold.
final class Accounts {
    private static final String SELECT = """
            select a.account_id, a.platform, a.handle, a.name, a.owned, p.posts,
                least(p.first_day, s.first_day), greatest(p.last_day, s.last_day), %s, a.time_zone
            from account a
            cross join lateral (
                select count(*) as posts, min((published_at at time zone :zone)::date) as first_day,
                    max((published_at at time zone :zone)::date) as last_day
                from post_analytics where business_id = :business and account_id = a.account_id) p
            cross join lateral (
                select min(period_start) as first_day, max(period_start) as last_day
                from analytics_summaries
                where business_id = :business and account_id = a.account_id and basis = 'activity'
                    and granularity = 'day' and content_type = 'all') s
            where a.business_id = :business
            """.formatted(AccountGroups.OF_ACCOUNT);

    private Accounts() {}

    static List<Account> list(Session session, Business business) {
        return session.statement(SELECT + " and (p.posts > 0 or s.first_day is not null) order by a.account_id")
                .param("zone", business.zone().getId())
                .query(Accounts::read)
                .list();
    }

    static Optional<Account> find(Session session, Alias alias) {
        return session.statement(SELECT + """
                 and a.account_id = (
                    select account_id from account_alias
                    where business_id = :business and scheme = :scheme and external_id = :id)
                """)
                .param("zone", "UTC")
                .param("scheme", alias.scheme())
                .param("id", alias.externalId())
                .query(Accounts::read)
                .optional();
    }

    /// All accounts, also those of which nothing counts, in the order of their ids.
    static List<FrameAccount> all(Session session) {
        return session.statement("""
                select a.account_id, a.platform, a.handle, a.name, a.owned, %s, a.time_zone from account a
                where a.business_id = :business order by a.account_id
                """.formatted(AccountGroups.OF_ACCOUNT))
                .query((row, number) -> new FrameAccount(
                        row.getLong(1),
                        Platform.find(row.getString(2)).orElseThrow(),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        AccountGroups.read(row, 6),
                        zone(row, 7)))
                .list();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong(1),
                Platform.find(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                AccountGroups.read(row, 9),
                zone(row, 10));
    }

    private static @Nullable ZoneId zone(ResultSet row, int column) throws SQLException {
        String zone = row.getString(column);
        return zone == null ? null : ZoneId.of(zone);
    }

    /// Gives an account a zone of its own, or with null that of the business.
    ///
    /// @return false where it has it already
    static boolean setZone(Session session, long accountId, @Nullable ZoneId zone) {
        return session.statement("""
                update account set time_zone = :zone
                where business_id = :business and account_id = :account and time_zone is distinct from :zone
                """)
                        .param("account", accountId)
                        .param("zone", zone == null ? null : zone.getId(), Types.VARCHAR)
                        .update()
                > 0;
    }
}
