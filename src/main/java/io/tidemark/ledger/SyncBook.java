package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What runs of live collection came to: their history, what platforms refuse to tell, and answers that made no
/// sense.
public final class SyncBook {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int PAYLOAD = 20_000;

    private final Door door;

    public SyncBook(Database database) {
        door = new Door(database);
    }

    public void add(long businessId, SyncRun run) {
        Told said = run.said();
        door.inBusiness(businessId, session -> {
            session.statement("""
                    delete from sync_run
                    where business_id = :business and account_id = :account and finished_at < :forgotten
                    """)
                    .param("account", run.accountId())
                    .param("forgotten", Timestamp.from(run.finishedAt().minus(KEPT)))
                    .update();
            return session.statement("""
                    insert into sync_run (business_id, run_id, account_id, started_at, finished_at, outcome, fault, said,
                        said_from, calls, posts_found, posts_read, days_read, source_id)
                    values (:business, :run, :account, :started, :finished, :outcome, :fault, :said, :from, :calls, :found, :read,
                        :days, :source)
                    """)
                    .param("run", run.runId())
                    .param("account", run.accountId())
                    .param("started", Timestamp.from(run.startedAt()))
                    .param("finished", Timestamp.from(run.finishedAt()))
                    .param("outcome", run.outcome().name().toLowerCase(Locale.ROOT))
                    .param("fault", run.fault())
                    .param("said", said == null ? null : said.text())
                    .param("from", said == null ? null : said.said())
                    .param("calls", run.calls())
                    .param("found", run.postsFound())
                    .param("read", run.postsRead())
                    .param("days", run.daysRead())
                    .param("source", run.sourceId(), Types.BIGINT)
                    .update();
        });
    }

    /// The newest first.
    public List<SyncRun> recent(long businessId, long accountId, int most) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select run_id, account_id, started_at, finished_at, outcome, fault, said, said_from, calls, posts_found,
                    posts_read, days_read, source_id
                from sync_run where business_id = :business and account_id = :account
                order by finished_at desc, run_id desc limit :most
                """)
                        .param("account", accountId)
                        .param("most", most)
                        .query(SyncBook::run)
                        .list());
    }

    /// A metric that a platform does not tell of a kind of post.
    ///
    /// @param metric native name; `*` for all of the route
    public record Refused(String route, String kind, String metric, Told said, Instant refusedAt) {
        public static final String ALL = "*";
    }

    public List<Refused> refused(long businessId, long accountId, Instant since) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select route, kind, metric, said, said_from, refused_at from refused_metric
                where business_id = :business and account_id = :account and refused_at > :since
                order by route, kind, metric
                """)
                        .param("account", accountId)
                        .param("since", Timestamp.from(since))
                        .query((row, number) -> new Refused(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                new Told(row.getString(4), row.getString(5)),
                                row.getTimestamp(6).toInstant()))
                        .list());
    }

    public void refuse(long businessId, long accountId, Refused refused) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into refused_metric (business_id, account_id, route, kind, metric, said, said_from, refused_at)
                values (:business, :account, :route, :kind, :metric, :said, :from, :at)
                on conflict (business_id, account_id, route, kind, metric) do update
                    set said = excluded.said, said_from = excluded.said_from, refused_at = excluded.refused_at
                """)
                        .param("account", accountId)
                        .param("route", refused.route())
                        .param("kind", refused.kind())
                        .param("metric", refused.metric())
                        .param("said", refused.said().text())
                        .param("from", refused.said().said())
                        .param("at", Timestamp.from(refused.refusedAt()))
                        .update());
    }

    /// An answer that made no sense.
    public record Quarantined(
            long runId, long accountId, String endpoint, Instant keptAt, String said, String payload) {}

    /// Keeps the beginning of an answer, one for each endpoint and run.
    public void quarantine(long businessId, Quarantined answer) {
        door.inBusiness(businessId, session -> {
            session.statement("delete from quarantine where business_id = :business and kept_at < :forgotten")
                    .param("forgotten", Timestamp.from(answer.keptAt().minus(KEPT)))
                    .update();
            String payload = answer.payload();
            return session.statement("""
                    insert into quarantine (business_id, run_id, endpoint, account_id, kept_at, said, payload)
                    values (:business, :run, :endpoint, :account, :at, :said, :payload)
                    on conflict do nothing
                    """)
                    .param("run", answer.runId())
                    .param("endpoint", answer.endpoint())
                    .param("account", answer.accountId())
                    .param("at", Timestamp.from(answer.keptAt()))
                    .param("said", answer.said())
                    .param(
                            "payload",
                            payload.substring(0, Math.min(PAYLOAD, payload.length()))
                                    .replace("\0", ""))
                    .update();
        });
    }

    public List<Quarantined> quarantined(long businessId, long accountId) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select run_id, account_id, endpoint, kept_at, said, payload from quarantine
                where business_id = :business and account_id = :account order by kept_at desc, run_id desc
                """)
                        .param("account", accountId)
                        .query((row, number) -> new Quarantined(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getString(5),
                                row.getString(6)))
                        .list());
    }

    private static SyncRun run(ResultSet row, int number) throws SQLException {
        @Nullable Long source = row.getObject("source_id", Long.class);
        return new SyncRun(
                row.getLong("run_id"),
                row.getLong("account_id"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("finished_at").toInstant(),
                SyncRun.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("fault"),
                Told.read(row),
                row.getInt("calls"),
                row.getInt("posts_found"),
                row.getInt("posts_read"),
                row.getInt("days_read"),
                source);
    }
}
