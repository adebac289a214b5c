package io.tidemark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers of platforms that are kept for a while, so that they can be mapped again: whole runs, the oldest of which go
/// first.
public final class RawResponses {
    private static final int AT_ONCE = 500;

    private final Door door;

    public RawResponses(Database database) {
        door = new Door(database);
    }

    /// How much is kept of a business.
    ///
    /// @param age for how long at most
    /// @param bytes how much at most
    public record Bounds(Duration age, long bytes) {}

    /// Keeps the answers of a run, and drops what is too old or too much by then.
    public void keep(
            long businessId, long accountId, long runId, List<RawResponse> answers, Bounds bounds, Instant now) {
        door.inBusiness(businessId, session -> {
            for (int from = 0; from < answers.size(); from += AT_ONCE) {
                insert(
                        session,
                        accountId,
                        runId,
                        from,
                        answers.subList(from, Math.min(answers.size(), from + AT_ONCE)));
            }
            return answers.size();
        });
        // On their own, so that each sees what others have kept meanwhile.
        drop(businessId, bounds, now);
    }

    private static void insert(Session session, long accountId, long runId, int from, List<RawResponse> answers) {
        int nr = from;
        for (RawResponse answer : answers) {
            session.statement("""
                    insert into raw_response (business_id, run_id, nr, account_id, call, asked, asked_at, mapped, endpoint,
                        target, status, at, body, bytes)
                    values (:business, :run, :nr, :account, :call, :asked, :asked_at, :mapped, :endpoint, :target, :status,
                        :at, :body, :bytes)
                    """)
                    .param("run", runId)
                    .param("nr", nr++)
                    .param("account", accountId)
                    .param("call", answer.call())
                    .param("asked", answer.asked())
                    .param("asked_at", Timestamp.from(answer.askedAt()))
                    .param("mapped", answer.mapped())
                    .param("endpoint", answer.endpoint())
                    .param("target", answer.target())
                    .param("status", answer.status())
                    .param("at", Timestamp.from(answer.at()))
                    .param("body", answer.body())
                    .param("bytes", answer.bytes())
                    .update();
        }
    }

    /// Drops what is too old, and the oldest runs of what is too much.
    private void drop(long businessId, Bounds bounds, Instant now) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                delete from raw_response r using (
                    select run_id, max(at) as at, sum(sum(bytes)) over (order by max(at) desc, run_id desc) as kept
                    from raw_response where business_id = :business group by run_id) k
                where r.business_id = :business and r.run_id = k.run_id and (k.at < :oldest or k.kept > :most)
                """)
                        .param("oldest", Timestamp.from(now.minus(bounds.age())))
                        .param("most", bounds.bytes())
                        .update());
    }

    /// A run of which answers are kept.
    ///
    /// @param sourceId what it has stored counts as this source; null where it stored nothing
    public record Run(
            long runId,
            long accountId,
            Instant startedAt,
            @Nullable Long sourceId) {}

    /// Runs whose answers are kept, the oldest first. Those whose source somebody has undone are none.
    ///
    /// @param accountId null for all accounts
    public List<Run> runs(long businessId, @Nullable Long accountId, Instant since) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select s.run_id, s.account_id, s.started_at, s.source_id
                from sync_run s
                left join source o on o.business_id = :business and o.source_id = s.source_id
                where s.business_id = :business and s.started_at >= :since and o.retracted_at is null
                    and (:account::bigint is null or s.account_id = :account)
                    and exists (select from raw_response r where r.business_id = :business and r.run_id = s.run_id)
                order by s.started_at, s.run_id
                """)
                        .param("since", Timestamp.from(since))
                        .param("account", accountId)
                        .query((row, number) -> new Run(
                                row.getLong(1),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant(),
                                row.getObject(4, Long.class)))
                        .list());
    }

    /// The answers of a run, by call, in the order in which they came.
    public List<List<RawResponse>> calls(long businessId, long runId) {
        List<RawResponse> answers = door.inBusiness(
                businessId,
                session -> session.statement("""
                select call, asked, asked_at, mapped, endpoint, target, status, at, body from raw_response
                where business_id = :business and run_id = :run order by nr
                """)
                        .param("run", runId)
                        .query(RawResponses::read)
                        .list());
        List<List<RawResponse>> calls = new ArrayList<>();
        for (RawResponse answer : answers) {
            if (answer.asked() != null) {
                calls.add(new ArrayList<>());
            }
            calls.getLast().add(answer);
        }
        return calls;
    }

    private static RawResponse read(ResultSet row, int number) throws SQLException {
        return new RawResponse(
                row.getInt(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getTimestamp(8).toInstant(),
                row.getBytes(9));
    }
}
