package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/// Writes the statement whose rows are exported.
final class ExportSql {
    private final ExportQuery query;
    private final SamePosts same;
    private final String business;
    private final ZoneId zone;
    private final CopyText sql = new CopyText();

    private ExportSql(ExportQuery query, SamePosts same, long businessId, ZoneId zone) {
        this.query = query;
        this.same = same;
        this.zone = zone;
        business = Long.toString(businessId);
    }

    /// `copy (select …) to stdout`, in COPY's text format.
    ///
    /// @param same which posts are one as of the query
    /// @param zone in which days of instants begin and end
    static String of(ExportQuery query, SamePosts same, long businessId, ZoneId zone) {
        return new ExportSql(query, same, businessId, zone).statement();
    }

    private String statement() {
        sql.sql("copy (select " + query.table().selectList() + "\n");
        switch (query.table()) {
            case POSTS -> posts();
            case SNAPSHOTS -> snapshots();
            case DAILY -> daily();
            case SUMMARIES -> summaries();
            case BREAKDOWNS -> breakdowns();
        }
        return sql.sql(") to stdout").toString();
    }

    private void posts() {
        add("""
                from post_analytics p
                join account a on a.business_id = :business and a.account_id = p.account_id
                left join (
                    select %s as post_id,
                        string_agg(l.scheme || ':' || l.external_id, ' ' order by l.scheme, l.external_id) as ids
                    from post_alias l %s where l.business_id = :business group by 1) x on x.post_id = p.post_id
                left join %s k on k.post_id = p.post_id
                where p.business_id = :business
                """.formatted(same.canonical("l.post_id"), same.join("l.post_id"), LabelReader.KEYS));
        accounts("p.account_id");
        instants("p.published_at");
        add("order by p.post_id");
    }

    private void snapshots() {
        add("""
                from post_snapshot s %s
                join source o on o.business_id = :business and o.source_id = s.source_id
                join post p on p.business_id = :business and p.post_id = %s
                join account a on a.business_id = :business and a.account_id = p.account_id
                where s.business_id = :business
                """.formatted(same.join("s.post_id"), same.canonical("s.post_id")));
        counted("s");
        accounts("p.account_id");
        instants("s.observed_at");
    }

    /// The newest observation of each value, and the last level read in each day, as the analytics take them.
    private void daily() {
        add("""
                from (
                    (select distinct on (d.account_id, 2, d.day, d.metric)
                        d.account_id, %s as subject_id, d.day, d.metric, d.bucket_zone, d.observed_at, d.value
                    from daily_fact d %s join source o on o.business_id = :business and o.source_id = d.source_id
                    where d.business_id = :business
                """.formatted(same.canonical("d.subject_id"), same.join("d.subject_id")));
        counted("d");
        accounts("d.account_id");
        days("d.day");
        add("""
                    order by d.account_id, 2, d.day, d.metric, d.observed_at desc, o.kind desc,
                        o.content_hash desc)
                    union all
                    (select distinct on (l.account_id, 3, l.metric)
                        l.account_id, l.account_id, (l.observed_at at time zone :zone)::date, l.metric, null::text,
                        l.observed_at, l.value
                    from account_snapshot l join source o on o.business_id = :business and o.source_id = l.source_id
                    where l.business_id = :business
                """);
        counted("l");
        accounts("l.account_id");
        instants("l.observed_at");
        add("""
                    order by l.account_id, 3, l.metric, l.observed_at desc, o.kind desc, o.content_hash desc)) f
                join account a on a.business_id = :business and a.account_id = f.account_id
                group by f.account_id, f.subject_id, f.day, a.platform, a.handle, a.owned
                order by f.account_id, f.day, f.subject_id
                """);
    }

    private void summaries() {
        add("""
                from analytics_summaries s
                join account a on a.business_id = :business and a.account_id = s.account_id
                where s.business_id = :business
                """);
        accounts("s.account_id");
        days("s.period_start");
        among("s.content_type", query.contentTypes());
        among("s.basis", query.bases());
        among("s.granularity", query.granularities());
        add("order by s.account_id, s.basis, s.granularity, s.period_start, s.content_type");
    }

    private void breakdowns() {
        add("""
                from breakdown_fact b
                join source o on o.business_id = :business and o.source_id = b.source_id
                join account a on a.business_id = :business and a.account_id = b.account_id
                where b.business_id = :business
                """);
        counted("b");
        accounts("b.account_id");
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from != null && to != null) {
            sql.sql("and case when b.period_from is null or b.period_to is null then true ");
            instants("b.observed_at");
            sql.sql("else b.period_from <= ")
                    .value(to)
                    .sql(" and b.period_to >= ")
                    .value(from)
                    .sql(" end\n");
        }
        add("order by b.account_id, b.dimension, b.metric, b.period_from, b.period_to, b.key, b.observed_at,"
                + " b.source_id");
    }

    /// Only what counts: what is not undone, or was not at the instant.
    private void counted(String alias) {
        Instant asOf = query.asOf();
        if (asOf == null) {
            sql.sql("and o.retracted_at is null\n");
        } else {
            sql.sql("and " + alias + ".observed_at <= ")
                    .value(asOf)
                    .sql(" and o.recorded_at <= ")
                    .value(asOf)
                    .sql(" and (o.retracted_at is null or o.retracted_at > ")
                    .value(asOf)
                    .sql(")\n");
        }
    }

    private void accounts(String column) {
        Set<Long> accounts = query.accounts();
        if (accounts != null) {
            sql.sql("and " + column + " = any(").numbers(accounts).sql(")\n");
        }
    }

    /// Days of the business that an instant lies in.
    private void instants(String column) {
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from != null) {
            sql.sql("and " + column + " >= ")
                    .value(from.atStartOfDay(zone).toInstant())
                    .sql("\n");
        }
        if (to != null) {
            sql.sql("and " + column + " < ")
                    .value(to.plusDays(1).atStartOfDay(zone).toInstant())
                    .sql("\n");
        }
    }

    private void days(String column) {
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from != null) {
            sql.sql("and " + column + " >= ").value(from).sql("\n");
        }
        if (to != null) {
            sql.sql("and " + column + " <= ").value(to).sql("\n");
        }
    }

    private void among(String column, Set<String> values) {
        if (!values.isEmpty()) {
            sql.sql("and " + column + " = any(").strings(values).sql(")\n");
        }
    }

    private void add(String more) {
        sql.sql(more.replace(":business", business)
                .replace(":zone", "'" + zone.getId().replace("'", "''") + "'"));
    }
}
