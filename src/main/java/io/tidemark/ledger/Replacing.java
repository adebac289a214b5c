package io.tidemark.ledger;

import java.sql.Timestamp;
import java.time.Instant;

/// Puts sources into the place of others, inside an open transaction in which the business is locked. Derives
/// nothing.
final class Replacing {
    private final Session session;
    private final Ids ids;
    private final long dataVersion;
    private final Instant now;

    Replacing(Session session, Ids ids, long dataVersion, Instant now) {
        this.session = session;
        this.ids = ids;
        this.dataVersion = dataVersion;
        this.now = now;
    }

    void replace(Replacement replacement) {
        SourceSpec source = replacement.source();
        Long replaced = replacement.replaced();
        if (replaced != null) {
            retract(replaced);
        }
        Staging staging = new Staging(session, true, new BatchPosts(BatchPosts.REMEMBERED));
        replacement.observations().forEach(staging::accept);
        Sources.record(session, source, now);
        Merge merge = new Merge(session, ids, source, now);
        merge.resolve(staging);
        Appended appended = merge.append(staging, dataVersion);
        if (replaced != null) {
            takeOver(replaced, source.sourceId());
        }
        note(replacement, appended);
        // The tables of the batch are emptied by a commit, which comes after the last source.
        session.sql().sql("discard temp").update();
    }

    private void retract(long sourceId) {
        new SyncStream(session, sourceId).turnIntoRowsBeforeUndo();
        int retracted = session.statement("""
                update source set retracted_at = :now
                where business_id = :business and source_id = :source and retracted_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("source", sourceId)
                .update();
        if (retracted != 1) {
            throw new IllegalStateException("Source " + sourceId + " was undone meanwhile.");
        }
    }

    /// What a run concluded from several looks: that all posts were listed, and that a post is gone.
    private void takeOver(long from, long to) {
        session.statement("""
                insert into discovery (business_id, account_id, observed_at, source_id)
                select business_id, account_id, observed_at, :to from discovery
                where business_id = :business and source_id = :from
                on conflict do nothing
                """).param("from", from).param("to", to).update();
        session.statement("""
                insert into post_version (business_id, post_id, observed_at, source_id, published_at,
                    published_day_only, placement, format, text, url, boosted, deleted, collab, crosspost)
                select business_id, post_id, observed_at, :to, published_at, published_day_only, placement, format, text,
                    url, boosted, deleted, collab, crosspost
                from post_version where business_id = :business and source_id = :from and deleted
                on conflict do nothing
                """).param("from", from).param("to", to).update();
    }

    private void note(Replacement replacement, Appended appended) {
        session.statement("""
                update source set report = :report::jsonb where business_id = :business and source_id = :source
                """)
                .param("report", replacement.report().apply(appended))
                .param("source", appended.sourceId())
                .update();
        session.statement("update sync_run set source_id = :source where business_id = :business and run_id = :run")
                .param("source", appended.sourceId())
                .param("run", replacement.runId())
                .update();
        replacement
                .mapped()
                .forEach((call, mapped) -> session.statement("""
                update raw_response set mapped = :mapped
                where business_id = :business and run_id = :run and call = :call
                """)
                        .param("mapped", mapped)
                        .param("run", replacement.runId())
                        .param("call", call)
                        .update());
    }
}
