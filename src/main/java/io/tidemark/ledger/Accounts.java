package io.tidemark.ledger;

import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reading accounts with what they hold.
final class Accounts {
    private static final String SELECT = """
            select a.account_id, a.platform, a.handle, a.name, a.owned, p.posts,
                least(p.first_day, s.first_day), greatest(p.last_day, s.last_day), %s
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
                select a.account_id, a.platform, a.handle, a.name, a.owned, %s from account a
                where a.business_id = :business order by a.account_id
                """.formatted(AccountGroups.OF_ACCOUNT))
                .query((row, number) -> new FrameAccount(
                        row.getLong(1),
                        Platform.find(row.getString(2)).orElseThrow(),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        AccountGroups.read(row, 6)))
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
                AccountGroups.read(row, 9));
    }
}
