package io.tidemark.ledger;

/// The reads of posts by syncs, of which only those are stored as rows that differ from the read before them; the rest
/// are kept as batches of unchanged reads.
///
/// An unchanged read stands for the newest row of the stream before it. So a row that comes between later, or one that
/// is taken back, must not change what it stands for: the first unchanged read that leans on it is turned into a row
/// before. A row is always right; so where a source arrives out of order, all of its reads become rows.
final class SyncStream {
    private final Session session;
    private final long sourceId;

    SyncStream(Session session, long sourceId) {
        this.session = session;
        this.sourceId = sourceId;
        session.sql().sql("""
                create temp table if not exists stage_stream (
                    post integer, post_id bigint, account_id bigint, first_at timestamptz, place bigint,
                    newest_at timestamptz, same boolean) on commit delete rows;
                create temp table if not exists stage_late (
                    post integer, post_id bigint, account_id bigint, first_at timestamptz) on commit delete rows;
                create temp table if not exists stage_unchanged (place bigint primary key) on commit delete rows;
                """).update();
    }

    /// Finds what of the staged reads is unchanged, stores it, and returns how much that is. The rest is left to be
    /// stored as rows.
    ///
    /// @param inOrder whether the reads of each post were staged from the oldest to the newest
    long appendUnchanged(boolean inOrder) {
        compareWithNewest();
        long late = inOrder ? findLate() : allAreLate();
        if (late > 0) {
            turnIntoRowsBetween();
        }
        return inOrder ? storeUnchanged() : 0;
    }

    /// For each known post, the first staged read beside the newest row of the stream.
    private void compareWithNewest() {
        session.statement("""
                insert into stage_stream
                select f.post, f.post_id, f.account_id, f.observed_at, f.place, b.observed_at,
                    (%s) is not distinct from (%s)
                from (
                    select distinct on (i.post) i.post, i.post_id, i.account_id, r.observed_at, r.place
                    from stage_identity i join stage_snapshot r on r.post = i.post
                    where not i.is_new order by i.post, r.observed_at, r.place) f
                join stage_snapshot s on s.place = f.place
                left join lateral (%s) b on true
                """.formatted(
                                MetricColumns.of("s"), MetricColumns.of("b"), newestRow("f.post_id", "'infinity'")))
                .update();
        session.sql().sql("analyze stage_stream").update();
    }

    private long allAreLate() {
        return session.sql()
                .sql("insert into stage_late select post, post_id, account_id, first_at from stage_stream")
                .update();
    }

    /// Posts of which a read is known that is not before all that is staged.
    private long findLate() {
        return session.statement("""
                insert into stage_late
                select t.post, t.post_id, t.account_id, t.first_at from stage_stream t where t.newest_at >= t.first_at
                union
                select t.post, t.post_id, t.account_id, t.first_at
                from (
                    select account_id, min(first_at) as first_at, min(post_id) as lowest, max(post_id) as highest
                    from stage_stream group by account_id) a
                join unchanged_read r on r.business_id = :business and r.account_id = a.account_id
                    and r.read_at >= a.first_at and r.lowest_post_id <= a.highest and r.highest_post_id >= a.lowest
                join source o on o.business_id = :business and o.source_id = r.source_id and o.retracted_at is null
                cross join lateral unnest(r.post_ids) as q (post_id)
                join stage_stream t on t.post_id = q.post_id and t.first_at <= r.read_at
                """).update();
    }

    /// Turns unchanged reads into rows where a staged read comes between them and what they stand for.
    private void turnIntoRowsBetween() {
        session.statement("""
                insert into post_snapshot (business_id, post_id, observed_at, source_id, %1$s)
                select :business, f.post_id, f.read_at, f.source_id, %2$s
                from (
                    select distinct on (t.post_id, n.observed_at, r.read_at = n.observed_at)
                        t.post_id, r.read_at, r.source_id, %3$s
                    from (select account_id, min(first_at) as first_at from stage_late group by account_id) a
                    join unchanged_read r on r.business_id = :business and r.account_id = a.account_id
                        and r.read_at >= a.first_at
                    join source o on o.business_id = :business and o.source_id = r.source_id
                        and o.retracted_at is null
                    cross join lateral unnest(r.post_ids) as q (post_id)
                    join stage_late t on t.post_id = q.post_id and t.first_at <= r.read_at
                    cross join lateral (
                        select max(s.observed_at) as observed_at from stage_snapshot s
                        where s.post = t.post and s.observed_at <= r.read_at) n
                    cross join lateral (%4$s) b
                    where b.observed_at <= n.observed_at
                    order by t.post_id, n.observed_at, r.read_at = n.observed_at, r.read_at) f
                on conflict do nothing
                """.formatted(
                                MetricColumns.LIST,
                                MetricColumns.of("f"),
                                MetricColumns.of("b"),
                                newestRow("t.post_id", "r.read_at")))
                .update();
    }

    /// Turns unchanged reads into rows that stand for a row of this source, before it is taken back.
    void turnIntoRowsBeforeUndo() {
        session.statement("""
                insert into post_snapshot (business_id, post_id, observed_at, source_id, %1$s)
                select :business, f.post_id, f.read_at, f.source_id, %2$s
                from (
                    select distinct on (q.post_id, b.observed_at) q.post_id, r.read_at, r.source_id, %3$s
                    from (
                        select p.account_id, p.post_id, min(s.observed_at) as first_at
                        from post_snapshot s
                        join post p on p.business_id = :business and p.post_id = s.post_id
                        where s.business_id = :business and s.source_id = :source
                        group by p.account_id, p.post_id) x
                    join unchanged_read r on r.business_id = :business and r.account_id = x.account_id
                        and r.read_at > x.first_at and r.lowest_post_id <= x.post_id and r.highest_post_id >= x.post_id
                    join source o on o.business_id = :business and o.source_id = r.source_id
                        and o.retracted_at is null and o.source_id <> :source
                    cross join lateral unnest(r.post_ids) as q (post_id)
                    cross join lateral (%4$s) b
                    where q.post_id = x.post_id and b.source_id = :source
                    order by q.post_id, b.observed_at, r.read_at) f
                on conflict do nothing
                """.formatted(
                                MetricColumns.LIST,
                                MetricColumns.of("f"),
                                MetricColumns.of("b"),
                                newestRow("q.post_id", "r.read_at")))
                .param("source", sourceId)
                .update();
    }

    private long storeUnchanged() {
        session.sql().sql("""
                insert into stage_unchanged
                select s.place from stage_snapshot s
                where s.repeats and not exists (select from stage_late l where l.post = s.post)
                union
                select t.place from stage_stream t
                where t.same and not exists (select from stage_late l where l.post = t.post)
                """).update();
        session.statement("""
                insert into unchanged_read (business_id, account_id, source_id, read_at, post_ids, lowest_post_id,
                    highest_post_id)
                select :business, i.account_id, :source, s.observed_at, array_agg(i.post_id order by i.post_id),
                    min(i.post_id), max(i.post_id)
                from stage_unchanged u
                join stage_snapshot s on s.place = u.place
                join stage_identity i on i.post = s.post
                group by i.account_id, s.observed_at
                """).param("source", sourceId).update();
        return session.sql()
                .sql("select count(*) from stage_unchanged")
                .query(Long.class)
                .single();
    }

    /// The row of the stream that an unchanged read of a post at an instant stands for.
    private static String newestRow(String post, String before) {
        return """
                select e.observed_at, e.source_id, %s
                from post_snapshot e
                join source o2 on o2.business_id = :business and o2.source_id = e.source_id
                where e.business_id = :business and e.post_id = %s and e.observed_at < %s and o2.kind = 'sync'
                    and o2.retracted_at is null
                order by e.observed_at desc, o2.content_hash collate "C" desc, o2.source_id desc limit 1
                """.formatted(MetricColumns.of("e"), post, before);
    }
}
