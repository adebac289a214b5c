package io.tidemark.ledger;

/// Finds out which posts a staged batch is about. Runs while the business's row is locked.
final class StagedPosts {
    private final Session session;
    private final Ids ids;
    private final long sourceId;

    StagedPosts(Session session, Ids ids, long sourceId) {
        this.session = session;
        this.ids = ids;
        this.sourceId = sourceId;
    }

    /// Finds the posts of the batch by their aliases and creates the rest; returns how many were created.
    ///
    /// @param plain whether each post has one alias, and each alias one number
    long resolve(boolean plain) {
        session.sql().sql("analyze stage_alias").update();
        session.statement("""
                insert into stage_identity (post, account_id, post_id, is_new)
                select s.post, min(a.account_id), min(p.post_id), min(p.post_id) is null
                from stage_alias s
                join stage_account a on a.account = s.account
                left join post_alias p
                    on p.business_id = :business and p.scheme = s.scheme and p.external_id = s.external_id
                group by s.post
                """).update();
        if (!plain) {
            uniteNumbers();
        }
        long created = create();
        if (!plain) {
            setApart();
        }
        NearPosts near = new NearPosts(session);
        name(plain);
        session.sql().sql("analyze stage_identity").update();
        if (!plain) {
            link();
        }
        near.note();
        return created;
    }

    /// Lets a new post that was forgotten and named again be the one that it was before.
    private void uniteNumbers() {
        session.sql().sql("""
                with named as (
                    select post, min(post) over (partition by scheme, external_id) as earliest
                    from stage_alias where not joins),
                earlier as (select post, min(earliest) as earliest from named group by post)
                update stage_identity i set same_as = e.earliest
                from earlier e join earlier self on self.post = e.earliest and self.earliest = self.post
                where e.post = i.post and e.earliest < e.post and i.is_new
                """).update();
    }

    private long create() {
        long created = session.sql()
                .sql("select count(*) from stage_identity where is_new and same_as is null")
                .query(Long.class)
                .single();
        if (created > 0) {
            session.sql().sql("""
                            update stage_identity i set post_id = ? + n.place
                            from (select post, row_number() over (order by post) - 1 as place
                                  from stage_identity where is_new and same_as is null) n
                            where n.post = i.post
                            """).param(ids.lease(created)).update();
        }
        session.statement("""
                insert into post (business_id, post_id, account_id)
                select :business, post_id, account_id from stage_identity where is_new and same_as is null
                """).update();
        session.sql().sql("""
                update stage_identity i set post_id = e.post_id, is_new = e.is_new
                from stage_identity e where e.post = i.same_as
                """).update();
        return created;
    }

    /// A post has one alias of a kind, or else a source joins what may not be one. So a further one gets a
    /// post of its own, which is one with the other as long as the source counts.
    private void setApart() {
        int aliases = session.statement("""
                with fresh as (
                    select distinct on (s.scheme, s.external_id) s.scheme, s.external_id, s.post, i.post_id
                    from stage_alias s join stage_identity i on i.post = s.post
                    where not exists (
                        select from post_alias a
                        where a.business_id = :business and a.scheme = s.scheme and a.external_id = s.external_id)
                    order by s.scheme, s.external_id, s.joins, s.post),
                counted as (
                    select scheme, external_id, post_id,
                        row_number() over (partition by post_id, scheme order by post, external_id) as nth
                    from fresh),
                further as (
                    select scheme, external_id, row_number() over (order by scheme, external_id) - 1 as place
                    from counted c
                    where nth > 1 or exists (
                        select from post_alias a
                        where a.business_id = :business and a.post_id = c.post_id and a.scheme = c.scheme))
                update stage_alias s set apart = f.place from further f
                where f.scheme = s.scheme and f.external_id = s.external_id
                """).update();
        if (aliases > 0) {
            session.sql()
                    .sql("update stage_alias set apart = apart + ? where apart is not null")
                    .param(ids.lease(aliases))
                    .update();
            session.statement("""
                    insert into post (business_id, post_id, account_id)
                    select :business, s.apart, min(a.account_id)
                    from stage_alias s join stage_account a on a.account = s.account
                    where s.apart is not null group by s.apart
                    """).update();
        }
    }

    private void name(boolean plain) {
        session.statement("""
                with named as (
                    insert into post_alias (business_id, scheme, external_id, post_id)
                    select :business, s.scheme, s.external_id, coalesce(s.apart, i.post_id)
                    from stage_alias s join stage_identity i on i.post = s.post
                    where i.is_new or not exists (
                        select from post_alias a
                        where a.business_id = :business and a.scheme = s.scheme and a.external_id = s.external_id)
                    %s
                    on conflict do nothing
                    returning scheme, external_id, post_id)
                insert into stage_linkedin_id (external_id, post_id)
                select external_id, post_id from named where scheme in (%s)
                """.formatted(plain ? "" : "order by s.joins, s.post", PostLinks.LINKEDIN_KINDS))
                .update();
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
}
