package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// What is known of audiences: parts of a metric by country, age, traffic source and the like.
final class Breakdowns {
    /// Of each account, dimension and metric, the source that speaks of the latest days; of several, the one that spoke
    /// last. Totals and single posts are no dimensions of an audience.
    private static final String LATEST = """
        with latest as (
            select distinct on (b.account_id, b.dimension, b.metric) b.account_id, b.dimension, b.metric,
                b.period_from, b.period_to, b.observed_at, b.source_id, o.kind, o.format
            from breakdown_fact b
            join source o on o.business_id = :business and o.source_id = b.source_id
            where b.business_id = :business and b.account_id = any(:accounts)
                and b.dimension not in ('total', 'content') and (:dimension = '' or b.dimension = :dimension)
                and b.observed_at <= :as_of::timestamptz and o.recorded_at <= :as_of::timestamptz
                and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
            order by b.account_id, b.dimension, b.metric,
                coalesce(b.period_to, (b.observed_at at time zone 'UTC')::date) desc, b.period_from desc nulls last,
                b.observed_at desc, o.kind desc, o.content_hash desc)
        select * from (
            select l.account_id, l.dimension, l.metric, l.period_from, l.period_to, l.observed_at, l.source_id,
                l.kind, l.format, t.value as total, b.key, b.value,
                count(*) over same_kind as keys,
                row_number() over (same_kind order by b.value desc, b.key) as place
            from latest l
            join breakdown_fact b on b.business_id = :business and b.account_id = l.account_id
                and b.dimension = l.dimension and b.metric = l.metric and b.observed_at = l.observed_at
                and b.source_id = l.source_id and b.period_from is not distinct from l.period_from
                and b.period_to is not distinct from l.period_to
            left join breakdown_fact t on t.business_id = :business and t.account_id = l.account_id
                and t.dimension = 'total' and t.key = l.dimension and t.metric = l.metric
                and t.observed_at = l.observed_at and t.source_id = l.source_id
                and t.period_from is not distinct from l.period_from
                and t.period_to is not distinct from l.period_to
            window same_kind as (partition by l.account_id, l.dimension, l.metric)) parts
        where place <= :limit
        order by account_id, dimension, metric, place
        """;

    private Breakdowns() {}

    static List<Breakdown> latest(Session session, BreakdownQuery query) {
        if (query.accountIds().isEmpty()) {
            return List.of();
        }
        Instant asOf = query.asOf();
        String dimension = query.dimension();
        List<Row> rows = session.statement(LATEST)
                .param("accounts", query.accountIds().toArray(Long[]::new))
                .param("dimension", dimension == null ? "" : dimension)
                .param("as_of", asOf == null ? "infinity" : asOf.toString())
                .param("limit", query.limit())
                .query(Breakdowns::read)
                .list();
        List<Breakdown> breakdowns = new ArrayList<>();
        for (int first = 0; first < rows.size(); ) {
            int end = first + 1;
            while (end < rows.size() && rows.get(end).place() > 1) {
                end++;
            }
            breakdowns.add(rows.get(first)
                    .of()
                    .with(rows.subList(first, end).stream().map(Row::part).toList()));
            first = end;
        }
        return breakdowns;
    }

    /// A part, with what it is a part of.
    private record Row(int place, Breakdown of, Breakdown.Part part) {}

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("place"), breakdown(row), new Breakdown.Part(row.getString("key"), row.getDouble("value")));
    }

    private static Breakdown breakdown(ResultSet row) throws SQLException {
        return new Breakdown(
                row.getLong("account_id"),
                row.getString("dimension"),
                row.getString("metric"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("observed_at", OffsetDateTime.class).toInstant(),
                row.getLong("source_id"),
                row.getString("kind"),
                row.getString("format"),
                row.getObject("total", Double.class),
                row.getInt("keys"),
                List.of());
    }
}
