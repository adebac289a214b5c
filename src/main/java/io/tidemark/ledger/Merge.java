package io.tidemark.ledger;

import java.time.Instant;
import java.util.List;

/// Brings staged observations into the ledger's tables: set-based and idempotent by natural keys. Runs while the
/// business's row is locked.
final class Merge {
    private final Session session;
    private final Ids ids;
    private final long sourceId;
    private final boolean sync;
    private final Instant recordedAt;
    private long created;

    Merge(Session session, Ids ids, SourceSpec spec, Instant recordedAt) {
        this.session = session;
        this.ids = ids;
        this.sourceId = spec.sourceId();
        this.sync = spec.kind() == SourceSpec.Kind.SYNC;
        this.recordedAt = recordedAt;
    }

    /// Finds out which accounts and posts are meant, and creates those that are new.
    void resolve(Staging staging) {
        staging.flush();
        resolveAccounts(staging.accounts());
        created = new StagedPosts(session, ids, sourceId).resolve(staging.isPlain());
    }

    /// Adds the rows, once it is known what they are about.
    Appended append(Staging staging, long dataVersion) {
        long known = session.sql()
                .sql("select count(distinct post_id) from stage_identity where not is_new")
                .query(Long.class)
                .single();
        boolean inOrder = staging.inOrder() && eachPostIsStagedOnce();
        appendVersions(inOrder);
        appendDiscoveries();
        return new Appended(
                sourceId,
                dataVersion,
                created,
                known,
                appendSnapshots(inOrder),
                appendDays(),
                appendBreakdowns(),
                appendLevels());
    }

    private void resolveAccounts(List<AccountKey> accounts) {
        AccountIdentities identities = new AccountIdentities(session, ids, recordedAt);
        for (int number = 0; number < accounts.size(); number++) {
            long id = identities.of(accounts.get(number));
            session.sql()
                    .sql("insert into stage_account (account, account_id) values (?, ?)")
                    .params(number, id)
                    .update();
        }
    }

    /// Whether no two posts of the batch have turned out to be one.
    private boolean eachPostIsStagedOnce() {
        return session.sql()
                .sql("select count(distinct post_id) = count(*) from stage_identity")
                .query(Boolean.class)
                .single();
    }

    /// @param inOrder of two observations of a post the later was staged later, so that none stands in another's way
    private void appendVersions(boolean inOrder) {
        session.statement("""
                insert into post_version (business_id, post_id, observed_at, source_id, published_at,
                    published_day_only, placement, format, text, url, boosted, deleted, collab, crosspost)
                select :business, i.post_id, v.observed_at, :source, v.published_at, v.published_day_only, v.placement,
                    v.format, v.text, v.url, v.boosted, v.deleted, v.collab, v.crosspost
                from stage_version v join stage_identity i on i.post = v.post
                where not (:sync and v.says_nothing and not i.is_new)
                """ + (inOrder ? "and not v.repeats" : "order by v.place on conflict do nothing"))
                .param("sync", sync)
                .param("source", sourceId)
                .update();
    }

    private long appendSnapshots(boolean inOrder) {
        long unchanged = sync ? new SyncStream(session, sourceId).appendUnchanged(inOrder) : 0;
        String rows = """
                insert into post_snapshot (business_id, post_id, observed_at, source_id, %s)
                select :business, i.post_id, s.observed_at, :source, %s
                from stage_snapshot s join stage_identity i on i.post = s.post
                """.formatted(MetricColumns.LIST, MetricColumns.of("s"));
        if (unchanged > 0) {
            rows += "where not exists (select from stage_unchanged u where u.place = s.place) ";
        }
        if (!inOrder) {
            rows += "order by s.place on conflict do nothing";
        }
        return unchanged + session.statement(rows).param("source", sourceId).update();
    }

    private long appendDays() {
        return session.statement("""
                insert into daily_fact (business_id, account_id, subject_id, day, metric, observed_at, source_id,
                    bucket_zone, value)
                select :business, a.account_id, case when d.post is null then a.account_id else i.post_id end, d.day,
                    d.metric, d.observed_at, :source, d.bucket_zone, d.value
                from stage_day d
                join stage_account a on a.account = d.account
                left join stage_identity i on i.post = d.post
                order by d.place
                on conflict do nothing
                """).param("source", sourceId).update();
    }

    private long appendBreakdowns() {
        return session.statement("""
                insert into breakdown_fact (business_id, account_id, dimension, key, metric, period_from, period_to,
                    observed_at, source_id, value)
                select :business, a.account_id, b.dimension, b.key, b.metric, b.period_from, b.period_to, b.observed_at,
                    :source, b.value
                from stage_breakdown b join stage_account a on a.account = b.account
                order by b.place
                on conflict do nothing
                """).param("source", sourceId).update();
    }

    private void appendDiscoveries() {
        session.statement("""
                insert into discovery (business_id, account_id, observed_at, source_id)
                select :business, a.account_id, d.observed_at, :source
                from stage_discovery d join stage_account a on a.account = d.account
                on conflict do nothing
                """).param("source", sourceId).update();
    }

    private long appendLevels() {
        session.statement("""
                insert into absence (business_id, source_id, account_id, subject, metric, reason)
                select :business, :source, a.account_id, b.subject, b.metric, b.reason
                from stage_absence b join stage_account a on a.account = b.account
                on conflict do nothing
                """).param("source", sourceId).update();
        return session.statement("""
                insert into account_snapshot (business_id, account_id, metric, observed_at, source_id, value)
                select :business, a.account_id, l.metric, l.observed_at, :source, l.value
                from stage_level l join stage_account a on a.account = l.account
                order by l.place
                on conflict do nothing
                """).param("source", sourceId).update();
    }
}
