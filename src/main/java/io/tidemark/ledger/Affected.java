package io.tidemark.ledger;

/// Which posts and which of an account's days have to be derived anew, kept in temporary tables.
final class Affected {
    private final Session session;

    Affected(Session session) {
        this.session = session;
        session.sql().sql("""
                        create temp table if not exists affected_post (post_id bigint primary key) on commit delete rows;
                        create temp table if not exists affected_day (
                            account_id bigint, day date, primary key (account_id, day)) on commit delete rows;
                        """).update();
    }

    /// What a source that has just been merged touches.
    Affected appended(long sourceId) {
        session.sql()
                .sql("insert into affected_post select distinct post_id from stage_identity")
                .update();
        return days(sourceId).listings(sourceId).analyzed();
    }

    /// What a source that counted until now has touched.
    Affected undone(long sourceId) {
        session.statement("""
                insert into affected_post
                select post_id from post_version where business_id = :business and source_id = :source
                union
                select post_id from post_snapshot where business_id = :business and source_id = :source
                union
                select q.post_id from unchanged_read r cross join lateral unnest(r.post_ids) as q (post_id)
                where r.business_id = :business and r.source_id = :source
                """).param("source", sourceId).update();
        return days(sourceId).listings(sourceId).analyzed();
    }

    private Affected days(long sourceId) {
        session.statement("""
                insert into affected_day
                select account_id, day from daily_fact
                where business_id = :business and source_id = :source and subject_id = account_id
                union
                select l.account_id, (l.observed_at at time zone b.time_zone)::date
                from account_snapshot l join business b on b.business_id = :business
                where l.business_id = :business and l.source_id = :source
                """).param("source", sourceId).update();
        return this;
    }

    /// A source that brings or takes away the first listing of an account touches what was published after it, up to
    /// the first listing of all others.
    private Affected listings(long sourceId) {
        session.statement("""
                insert into affected_post
                select p.post_id
                from (
                    select account_id, min(observed_at) as observed_at from discovery
                    where business_id = :business and source_id = :source group by account_id) d
                cross join lateral (
                    select min(e.observed_at) as observed_at from discovery e
                    join source o on o.business_id = :business and o.source_id = e.source_id
                    where e.business_id = :business and e.account_id = d.account_id and e.source_id <> :source
                        and o.retracted_at is null) others
                join post_analytics p on p.business_id = :business and p.account_id = d.account_id
                    and p.published_at > d.observed_at
                where others.observed_at is null or p.published_at <= others.observed_at
                on conflict do nothing
                """).param("source", sourceId).update();
        return this;
    }

    /// Everything of the business; asking again in the same transaction changes nothing.
    Affected everything() {
        session.statement("""
                insert into affected_post select post_id from post where business_id = :business
                on conflict do nothing
                """).update();
        session.statement("""
                insert into affected_day
                select account_id, day from daily_fact where business_id = :business and subject_id = account_id
                union
                select l.account_id, (l.observed_at at time zone b.time_zone)::date
                from account_snapshot l join business b on b.business_id = :business
                where l.business_id = :business
                on conflict do nothing
                """).update();
        return analyzed();
    }

    /// Some posts, whatever has changed.
    void only(long[] posts) {
        CopyBuffer rows = new CopyBuffer(session, "affected_post", "post_id");
        for (long post : posts) {
            rows.add(post).end();
        }
        rows.flush();
        analyzed();
    }

    private Affected analyzed() {
        session.sql().sql("analyze affected_post; analyze affected_day").update();
        return this;
    }
}
