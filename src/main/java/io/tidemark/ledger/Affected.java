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
                        create temp table if not exists affected_cell (
                            account_id bigint, day date, from_at timestamptz, to_at timestamptz,
                            primary key (account_id, day)) on commit delete rows;
                        """).update();
    }

    /// What a source that counts, or counted until now, has touched.
    Affected bySource(long sourceId) {
        session.statement("""
                insert into affected_post
                select post_id from post_version where business_id = :business and source_id = :source
                union
                select post_id from post_snapshot where business_id = :business and source_id = :source
                on conflict do nothing
                """).param("source", sourceId).update();
        session.statement("""
                insert into affected_day
                select account_id, day from daily_fact
                where business_id = :business and source_id = :source and subject_id = account_id
                union
                select l.account_id, (l.observed_at at time zone b.time_zone)::date
                from account_snapshot l join business b on b.business_id = :business
                where l.business_id = :business and l.source_id = :source
                on conflict do nothing
                """).param("source", sourceId).update();
        return analyzed();
    }

    Affected everything() {
        session.statement("insert into affected_post select post_id from post where business_id = :business")
                .update();
        session.statement("""
                insert into affected_day
                select account_id, day from daily_fact where business_id = :business and subject_id = account_id
                union
                select l.account_id, (l.observed_at at time zone b.time_zone)::date
                from account_snapshot l join business b on b.business_id = :business
                where l.business_id = :business
                """).update();
        return analyzed();
    }

    private Affected analyzed() {
        session.sql().sql("analyze affected_post; analyze affected_day").update();
        return this;
    }
}
