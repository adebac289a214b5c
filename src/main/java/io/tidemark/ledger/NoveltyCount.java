package io.tidemark.ledger;

import io.tidemark.metric.Metric;
import java.util.stream.Collectors;

/// Compares what is staged, its accounts and posts resolved, with what counts at present.
final class NoveltyCount {
    /// A counter that the source leaves out changes nothing.
    private static final String DIFFERS = MetricColumns.OF_POSTS.stream()
            .map(Metric::key)
            .map("s.%1$s <> p.%1$s or (s.%1$s is not null and p.%1$s is null)"::formatted)
            .collect(Collectors.joining(" or "));

    private final Session session;

    NoveltyCount(Session session) {
        this.session = session;
    }

    Novelty count() {
        long postsChanged =
                session.statement("""
                select count(distinct i.post_id)
                from stage_snapshot s
                join stage_identity i on i.post = s.post
                left join post_canonical k on k.business_id = :business and k.post_id = i.post_id
                join post_analytics p on p.business_id = :business and p.post_id = coalesce(k.canonical_id, i.post_id)
                where %s
                """.formatted(DIFFERS)).query(Long.class).single();
        return session.statement("""
                select count(*) filter (where known.value is null),
                    count(*) filter (where known.value <> d.value),
                    count(*) filter (where known.value = d.value)
                from (
                    select distinct on (account, post, day, metric) account, post, day, metric, value
                    from stage_day order by account, post, day, metric, observed_at desc, place) d
                join stage_account a on a.account = d.account
                left join stage_identity i on i.post = d.post
                left join lateral (
                    select f.value from daily_fact f
                    join source q on q.business_id = :business and q.source_id = f.source_id and q.retracted_at is null
                    where f.business_id = :business and f.account_id = a.account_id and f.day = d.day
                        and f.metric = d.metric
                        and f.subject_id = case when d.post is null then a.account_id else i.post_id end
                    order by f.observed_at desc limit 1) known on true
                """)
                .query((row, number) -> new Novelty(postsChanged, row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
