package io.tidemark.ledger;

/// Finds out which posts a staged batch is about. Runs while the business's row is locked.
final class StagedPosts {
    /// The milliseconds of creation in an id of LinkedIn stand above so many bits.
    private static final int CREATION_BITS = 22;

    private static final int NEAR_MILLIS = 5_000;

    private final Session session;
    private final Ids ids;
    private final long sourceId;

    StagedPosts(Session session, Ids ids, long sourceId) {
        this.session = session;
        this.ids = ids;
        this.sourceId = sourceId;
        session.sql().sql("""
                create temp table if not exists stage_creation (
                    account_id bigint, created_millis bigint, post_id bigint) on commit delete rows
                """).update();
    }

    /// Finds the posts of the batch by their aliases and creates the rest; returns how many were created.
    ///
    /// @param joined whether some observation names aliases of two posts of the batch
    long resolve(boolean joined) {
        session.sql().sql("analyze stage_alias").update();
        session.statement("""
                insert into stage_identity (post, account_id, post_id, is_new, names_several)
                select s.post, min(a.account_id), min(p.post_id), min(p.post_id) is null,
                    count(p.post_id) > 1 and min(p.post_id) < max(p.post_id)
                from stage_alias s
                join stage_account a on a.account = s.account
                left join post_alias p
                    on p.business_id = :business and p.scheme = s.scheme and p.external_id = s.external_id
                group by s.post
                """).update();
        long created = create();
        nameThem();
        session.sql().sql("analyze stage_identity").update();
        if (joined || anyNamesSeveral()) {
            link();
        }
        noteNear();
        return created;
    }

    private long create() {
        long created = session.sql()
                .sql("select count(*) from stage_identity where is_new")
                .query(Long.class)
                .single();
        if (created > 0) {
            session.sql().sql("""
                            update stage_identity i set post_id = ? + n.place
                            from (select post, row_number() over (order by post) - 1 as place
                                  from stage_identity where is_new) n
                            where n.post = i.post
                            """).param(ids.lease(created)).update();
        }
        session.statement("""
                insert into post (business_id, post_id, account_id)
                select :business, post_id, account_id from stage_identity where is_new
                """).update();
        return created;
    }

    private void nameThem() {
        session.statement("""
                with named as (
                    insert into post_alias (business_id, scheme, external_id, post_id)
                    select :business, s.scheme, s.external_id, i.post_id
                    from stage_alias s join stage_identity i on i.post = s.post
                    where i.is_new or not exists (
                        select from post_alias a
                        where a.business_id = :business and a.scheme = s.scheme and a.external_id = s.external_id)
                    on conflict do nothing
                    returning scheme, external_id, post_id)
                insert into stage_creation (account_id, created_millis, post_id)
                select p.account_id, named.external_id::bigint >> %d, p.post_id
                from named join post p on p.business_id = :business and p.post_id = named.post_id
                where case when named.scheme in (%s) then named.external_id ~ '^[1-8][0-9]{18}$' else false end
                """.formatted(CREATION_BITS, PostLinks.LINKEDIN_KINDS))
                .update();
    }

    private boolean anyNamesSeveral() {
        return session.sql()
                .sql("select exists (select from stage_identity where names_several)")
                .query(Boolean.class)
                .single();
    }

    /// A row that names two posts says that they are one. Both keep what is stored of them.
    private void link() {
        session.statement("""
                insert into post_link (business_id, post_id, same_as_post_id, source_id)
                select distinct :business, greatest(p.post_id, i.post_id), least(p.post_id, i.post_id), :source
                from stage_alias s
                join stage_identity i on i.post = s.post
                join post_alias p on p.business_id = :business and p.scheme = s.scheme and p.external_id = s.external_id
                where p.post_id <> i.post_id
                """).param("source", sourceId).update();
    }

    /// Compares the instants that are new here with all of the same account in the same stretch of time
    /// and in the two around it. Stretches are worked out first, so that they are looked up whatever the
    /// planner believes of a table that was never analyzed.
    private void noteNear() {
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
