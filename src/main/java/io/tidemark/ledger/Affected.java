package io.tidemark.ledger;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which posts and which of an account's days have to be derived anew, kept in temporary tables.
final class Affected {
    /// Where sources stand in an index, this looks for each of them; `in` would look at all rows.
    private static final String DIFFERING = "s.source_id = any (array(select source_id from differing_source))";
    private static final String UNCHANGED_POSTS =
            "unchanged_read s cross join lateral unnest(s.post_ids) as q (post_id)";

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
        return days(sourceId).listings(sourceId).spread().analyzed();
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
        return days(sourceId).listings(sourceId).spread().analyzed();
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

    /// What may have been different at an instant: all of which a source says something that counts now and did not
    /// then, or the other way round, and all that was observed later.
    ///
    /// @return false where that is so much that everything is affected instead
    boolean since(Instant instant) {
        Scope then = Scope.asOf(instant);
        session.sql().sql("""
                        create temp table if not exists differing_source (source_id bigint primary key)
                            on commit delete rows
                        """).update();
        insert("""
                insert into differing_source
                select o.source_id from source o where o.business_id = :business and %s <> %s
                """.formatted(Scope.EVERYTHING.counts(), then.counts()));
        insert("insert into affected_post "
                + Stream.of(
                                different("post_id", "post_version s", then.observedBy("s.observed_at")),
                                different("post_id", "post_snapshot s", then.observedBy("s.observed_at")),
                                different("q.post_id", UNCHANGED_POSTS, then.observedBy("s.read_at")))
                        .collect(Collectors.joining(" union ")));
        insert("""
                insert into affected_post
                select p.post_id
                from (
                    select d.account_id, min(d.observed_at) filter (where %s) as at_present,
                        min(d.observed_at) filter (where %s and %s) as at_instant
                    from discovery d join source o on o.business_id = :business and o.source_id = d.source_id
                    where d.business_id = :business group by d.account_id) first
                join post p on p.business_id = :business and p.account_id = first.account_id
                where first.at_present is distinct from first.at_instant
                on conflict do nothing
                """.formatted(Scope.EVERYTHING.counts(), then.counts(), then.observedBy("d.observed_at")));
        insert("""
                insert into affected_day
                select s.account_id, s.day from daily_fact s
                where s.business_id = :business and s.subject_id = s.account_id and (%1$s or not %2$s)
                union
                select s.account_id, (s.observed_at at time zone b.time_zone)::date
                from account_snapshot s join business b on b.business_id = :business
                where s.business_id = :business and (%1$s or not %2$s)
                """.formatted(DIFFERING, then.observedBy("s.observed_at")));
        spread();
        if (isMost()) {
            everything();
            return false;
        }
        analyzed();
        return true;
    }

    /// Rows of sources that count now and did not then, or the other way round, and rows that were observed later.
    private static String different(String column, String rows, String observedThen) {
        return """
                select %1$s from %2$s where s.business_id = :business and %3$s
                union
                select %1$s from %2$s where s.business_id = :business and not %4$s
                """.formatted(column, rows, DIFFERING, observedThen);
    }

    private void insert(String statement) {
        session.statement(statement).update();
    }

    /// A post that has changed is derived twice, as it is and as it was.
    private boolean isMost() {
        return session.statement("""
                select 2 * (select count(*) from affected_post) > count(*) from post where business_id = :business
                """).query(Boolean.class).single();
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

    /// Some posts, whatever has changed, instead of those named before: what is only tried out is read in the
    /// transaction in which it was appended.
    ///
    /// @param posts all ids of them
    void only(Long[] posts) {
        session.statement("delete from affected_post").update();
        CopyBuffer rows = new CopyBuffer(session, "affected_post", "post_id");
        for (Long post : posts) {
            rows.add(post).end();
        }
        rows.flush();
        analyzed();
    }

    /// Posts that may be one with an affected post are affected as well, whether or not they are.
    private Affected spread() {
        boolean spreads = PostLinks.exist(session);
        while (spreads) {
            spreads = session.statement("""
                    insert into affected_post
                    select e.other from affected_post x join (
                        select post_id, same_as_post_id as other from post_link where business_id = :business
                        union all
                        select same_as_post_id, post_id from post_link where business_id = :business
                        union all
                        select post_id, near_post_id from post_near where business_id = :business
                        union all
                        select near_post_id, post_id from post_near where business_id = :business) e
                        on e.post_id = x.post_id
                    on conflict do nothing
                    """).update() > 0;
        }
        return this;
    }

    private Affected analyzed() {
        session.sql().sql("analyze affected_post; analyze affected_day").update();
        return this;
    }
}
