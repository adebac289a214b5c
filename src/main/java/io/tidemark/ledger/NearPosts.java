package io.tidemark.ledger;

/// Notes which posts of one LinkedIn account were made at nearly the same time, which their ids tell.
final class NearPosts {
    /// The milliseconds of creation in an id of LinkedIn stand above so many bits.
    private static final int CREATION_BITS = 22;

    private static final int NEAR_MILLIS = 5_000;

    private final Session session;

    /// Takes new ids in `stage_linkedin_id`.
    NearPosts(Session session) {
        this.session = session;
        session.sql().sql("""
                create temp table if not exists stage_linkedin_id (external_id text, post_id bigint) on commit delete rows;
                create temp table if not exists stage_creation (
                    account_id bigint, created_millis bigint, post_id bigint) on commit delete rows
                """).update();
    }

    /// Compares the instants that are new here with all of the same account in the same stretch of time
    /// and in the two around it. Stretches are worked out first, so that they are looked up whatever the
    /// planner believes of a table that was never analyzed.
    void note() {
        int created = session.statement("""
                insert into stage_creation (account_id, created_millis, post_id)
                select p.account_id, n.external_id::bigint >> %d, p.post_id
                from stage_linkedin_id n join post p on p.business_id = :business and p.post_id = n.post_id
                where n.external_id ~ '^[1-8][0-9]{18}$'
                """.formatted(CREATION_BITS)).update();
        if (created == 0) {
            return;
        }
        session.sql().sql("analyze stage_creation").update();
        session.statement("""
                insert into post_creation (business_id, account_id, stretch, created_millis, post_id)
                select :business, account_id, created_millis / %d, created_millis, post_id from stage_creation
                on conflict do nothing
                """.formatted(NEAR_MILLIS)).update();
        session.statement("""
                with around as materialized (
                    select n.account_id, n.post_id, n.created_millis, n.created_millis / %1$d + away.stretches as stretch
                    from stage_creation n cross join (values (-1), (0), (1)) as away (stretches))
                insert into post_near (business_id, post_id, near_post_id)
                select distinct :business, greatest(n.post_id, c.post_id), least(n.post_id, c.post_id)
                from around n
                join post_creation c on c.business_id = :business and c.account_id = n.account_id
                    and c.stretch = n.stretch
                where c.post_id <> n.post_id and abs(c.created_millis - n.created_millis) <= %1$d
                on conflict do nothing
                """.formatted(NEAR_MILLIS)).update();
    }
}
