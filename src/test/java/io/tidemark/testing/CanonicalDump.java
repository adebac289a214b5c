package io.tidemark.testing;

import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.metric.Metric;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// All that counts in a business (unchanged reads as the readings they stand for), as text by natural keys: without
/// surrogate ids, versions and times of recording, so
/// that two databases that hold the same compare as equal.
public record CanonicalDump(List<String> facts, List<String> derived) {
    private static final String METRICS = Arrays.stream(Metric.values())
            .filter(Metric::ofPosts)
            .map(m -> "x." + m.key())
            .collect(Collectors.joining(", "));
    private static final String COUNTS = Arrays.stream(Metric.values())
            .filter(Metric::ofPosts)
            .map(m -> "x." + m.key() + "_n")
            .collect(Collectors.joining(", "));

    public static CanonicalDump of(DatabaseAddress address, long businessId) {
        try (Connection connection = connect(address)) {
            return of(connection, businessId);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// For those who dump often: a connection that has planned these statements before answers much sooner.
    public static CanonicalDump of(Connection connection, long businessId) {
        JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return new CanonicalDump(lines(sql, factQuery(), businessId), lines(sql, derivedQuery(), businessId));
    }

    public static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static List<String> lines(JdbcClient sql, String union, long businessId) {
        return sql.sql(NAMES + union + " order by 1")
                .param("b", businessId)
                .query(String.class)
                .list();
    }

    private static final String NAMES = """
            with a as (select account_id, platform || '/' || lower(handle) as account from account where business_id = :b),
            p as (select a.post_id, min(min(a.scheme || ':' || a.external_id))
                      over (partition by coalesce(k.canonical_id, a.post_id)) as post
                  from post_alias a left join post_canonical k on k.business_id = :b and k.post_id = a.post_id
                  where a.business_id = :b group by a.post_id, k.canonical_id),
            o as (select source_id, kind || '/' || content_hash as source from source
                  where business_id = :b and retracted_at is null)
            """;

    private static String factQuery() {
        return """
                select row('source', x.kind, x.format, x.name, x.content_hash, x.observed_at)::text
                from source x where x.business_id = :b and x.retracted_at is null
                union all
                select row('version', p.post, o.source, x.observed_at, x.published_at, x.published_day_only,
                    x.placement, x.format, x.text, x.url, x.boosted, x.deleted, x.collab, x.crosspost)::text
                from post_version x join p using (post_id) join o using (source_id) where x.business_id = :b
                union all
                select row('snapshot', p.post, o.source, x.observed_at, %s)::text
                from post_snapshot x join p using (post_id) join o using (source_id) where x.business_id = :b
                union all
                select row('snapshot', p.post, u.source, u.read_at, %s)::text
                from (
                    select q.post_id, o.source, r.read_at, r.source_id
                    from unchanged_read r join o using (source_id) cross join unnest(r.post_ids) as q (post_id)
                    where r.business_id = :b) u
                join p using (post_id)
                cross join lateral (
                    select s.* from post_snapshot s
                    join source o on o.business_id = s.business_id and o.source_id = s.source_id and o.kind = 'sync'
                    where s.business_id = :b and s.post_id = u.post_id and s.observed_at < u.read_at
                        and o.retracted_at is null
                    order by s.observed_at desc, o.content_hash desc limit 1) x
                where not exists (
                    select from post_snapshot s
                    where s.business_id = :b and s.post_id = u.post_id and s.observed_at = u.read_at
                        and s.source_id = u.source_id)
                union all
                select row('day', a.account, p.post, x.day, x.metric, x.bucket_zone, x.observed_at, o.source, x.value)::text
                from daily_fact x join a using (account_id) join o using (source_id)
                left join p on p.post_id = x.subject_id where x.business_id = :b
                union all
                select row('breakdown', a.account, x.dimension, x.key, x.metric, x.period_from, x.period_to, x.observed_at,
                    o.source, x.value)::text
                from breakdown_fact x join a using (account_id) join o using (source_id) where x.business_id = :b
                union all
                select row('level', a.account, x.metric, x.observed_at, o.source, x.value)::text
                from account_snapshot x join a using (account_id) join o using (source_id) where x.business_id = :b
                union all
                select row('discovery', a.account, x.observed_at, o.source)::text
                from discovery x join a using (account_id) join o using (source_id) where x.business_id = :b
                union all
                select row('absence', a.account, x.subject, x.metric, x.reason, o.source)::text
                from absence x join a using (account_id) join o using (source_id) where x.business_id = :b
                """.formatted(METRICS, METRICS);
    }

    private static String derivedQuery() {
        return """
                select row('post', p.post, a.account, x.published_at, x.content_type, x.boosted, x.deleted, x.collab, x.crosspost, x.text, x.url, %s,
                    x.engagement, x.engagement_rate, x.ctr,
                    (select string_agg((f->>'observed_at') || ' ' || o.source || ' ' || (f->>'metrics'), ';' order by f->>'metrics')
                     from jsonb_array_elements(x.provenance) f join o on o.source_id = (f->>'source_id')::bigint))::text
                from post_analytics x join p using (post_id) join a using (account_id) where x.business_id = :b
                union all
                select row('summary', a.account, x.basis, x.granularity, x.period_start, x.content_type, x.posts,
                    x.observed_at, x.followers, x.estimated_n, x.open_n,
                    x.imported_n, x.imported_followers_n, %s, %s)::text
                from analytics_summaries x join a using (account_id) where x.business_id = :b
                union all
                select row('age', p.post, x.age_hours, %s)::text
                from post_at_age x join p using (post_id) where x.business_id = :b
                union all
                select row('growth', p.post, x.engagement_age, x.engagement, x.impressions_age, x.impressions,
                    x.reach_age, x.reach, x.video_views_age, x.video_views)::text
                from post_growth x join p using (post_id) where x.business_id = :b
                union all
                select row('restated', p.post, x.metric, x.restated_at, o.source, f.source, x.former_value, x.value)::text
                from post_restatement x join p using (post_id) join o using (source_id)
                join o f on f.source_id = x.former_source_id where x.business_id = :b
                union all
                select row('restated day', a.account, x.day, x.metric, x.restated_at, o.source, f.source,
                    x.former_value, x.value)::text
                from day_restatement x join a using (account_id) join o using (source_id)
                join o f on f.source_id = x.former_source_id where x.business_id = :b
                """.formatted(METRICS, METRICS, COUNTS, METRICS);
    }
}
