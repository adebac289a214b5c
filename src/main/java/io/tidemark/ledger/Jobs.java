package io.tidemark.ledger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import io.tidemark.words.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The jobs of businesses. One is asked for and put on the scheduler's agenda in one transaction, so that it is either
/// not there or will be done.
public final class Jobs {
    private static final Sentence WAITING = Sentence.of("job_waiting", "Waiting.");
    private static final Sentence BEGUN = Sentence.of("job_begun", "Begun.");
    private static final Sentence SERVER_STOPPED =
            Sentence.of("job_server_stopped", "The server stopped; the job goes on as soon as one runs.");

    private static final String COLUMNS = """
            business_id, job_id, kind, account_id, arguments, status, requested_by, created_at, started_at, finished_at,
            attempts, progress_done, progress_total, progress_text, progress_said, result, error_code, error_text,
            error_said
            """;
    private static final String SELECT = "select " + COLUMNS + " from job where business_id = :business ";
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int SHOWN = 50;

    private final Door door;
    private final Ids ids;
    private final Clock clock;
    private final SchedulerClient agenda;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Jobs(Database database) {
        this(database, database.application());
    }

    /// Over connections of their own: what is told of a job's progress then shows while its work is still in a
    /// transaction.
    Jobs(Database database, DataSource connections) {
        door = new Door(connections);
        ids = new Ids(database);
        clock = database.clock();
        agenda = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(connections))
                .tableName(JobScheduler.TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    /// What came of asking for a job.
    public sealed interface Answer {
        /// @param fresh false when it is one that was asked for before and is not done yet
        record Accepted(Job job, boolean fresh) implements Answer {}

        /// Another one of the kind, which is to come to something else, is not done yet.
        record Busy(Job other) implements Answer {}

        /// @param again when the next one will be taken
        record OverQuota(Instant again) implements Answer {}
    }

    /// Asks for a job. While one of the kind is active for the account, or for the whole business, that one is it.
    ///
    /// @param quota null where nobody counts
    public Answer ask(Job.Wanted wanted, @Nullable JobQuota quota) {
        Answer answer = door.inBusiness(wanted.businessId(), session -> {
            oneAtATime(session);
            Optional<Job> active = active(session, wanted);
            if (active.isPresent()) {
                return Objects.equals(active.get().arguments(), wanted.arguments())
                        ? new Answer.Accepted(active.get(), false)
                        : new Answer.Busy(active.get());
            }
            Instant now = clock.instant();
            Optional<Instant> again = quota == null ? Optional.empty() : again(session, wanted, quota, now);
            return again.<Answer>map(Answer.OverQuota::new)
                    .orElseGet(() -> new Answer.Accepted(enqueue(session, wanted, now), true));
        });
        if (answer instanceof Answer.Accepted(Job job, boolean fresh) && fresh && job.isActive()) {
            listeners.forEach(Runnable::run);
        }
        return answer;
    }

    public Optional<Job> find(long businessId, long jobId) {
        return door.inBusiness(
                businessId,
                session -> session.statement(SELECT + "and job_id = :job")
                        .param("job", jobId)
                        .query(Jobs::read)
                        .optional());
    }

    /// The newest jobs, newest first.
    public List<Job> recent(long businessId) {
        return door.inBusiness(
                businessId,
                session -> session.statement(SELECT + "order by created_at desc, job_id desc limit " + SHOWN)
                        .query(Jobs::read)
                        .list());
    }

    /// Is called whenever this process has put a job on the agenda.
    void whenQueued(Runnable listener) {
        listeners.add(listener);
    }

    /// Takes a job up. Whoever had it before has lost it from now on.
    ///
    /// @return empty when there is nothing left to do
    Optional<Job> begin(long businessId, long jobId) {
        Told text = Told.of(BEGUN.said());
        return door.inBusiness(businessId, session -> {
            Optional<Job> begun = session.statement("""
                update job set status = 'running', attempts = attempts + 1, progress_text = :text, progress_said = :said,
                    started_at = case when started_at is null then :now else started_at end
                where business_id = :business and job_id = :job and status in ('queued', 'running')
                returning
                """ + COLUMNS)
                    .param("text", text.text())
                    .param("said", text.said())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("job", jobId)
                    .query(Jobs::read)
                    .optional();
            begun.ifPresent(job -> Hints.jobMoved(session, job.id()));
            return begun;
        });
    }

    /// @throws JobStopped when another process has taken the job over
    void report(Job job, Job.Progress progress) {
        held(
                job,
                told(
                        job,
                        session -> session.statement("""
                update job set progress_done = :done, progress_total = :total, progress_text = :text,
                    progress_said = :said
                where business_id = :business and job_id = :job and attempts = :attempt and status = 'running'
                """)
                                .param("done", progress.done())
                                .param("total", progress.total())
                                .param("text", progress.text().text())
                                .param("said", progress.text().said())
                                .param("job", job.id())
                                .param("attempt", job.attempts())
                                .update()));
    }

    /// Gives a job back that another process is to go on with.
    void giveBack(Job job) {
        Told text = Told.of(SERVER_STOPPED.said());
        int ignored = told(
                job,
                session -> session.statement("""
                update job set status = 'queued', progress_text = :text, progress_said = :said
                where business_id = :business and job_id = :job and attempts = :attempt and status = 'running'
                """)
                        .param("text", text.text())
                        .param("said", text.said())
                        .param("job", job.id())
                        .param("attempt", job.attempts())
                        .update());
    }

    /// @param failure null when all is done
    /// @throws JobStopped when another process has taken the job over
    void finish(Job job, @Nullable String result, Job.@Nullable Failure failure) {
        held(
                job,
                told(
                        job,
                        session -> session.statement("""
                update job set status = :status, finished_at = :now, result = :result::jsonb, error_code = :code,
                    error_text = :sentence, error_said = :said
                where business_id = :business and job_id = :job and attempts = :attempt and status = 'running'
                """)
                                .param("status", failure == null ? "done" : "failed")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("result", result)
                                .param("code", failure == null ? null : failure.code())
                                .param(
                                        "sentence",
                                        failure == null
                                                ? null
                                                : failure.sentence().text())
                                .param(
                                        "said",
                                        failure == null
                                                ? null
                                                : failure.sentence().said())
                                .param("job", job.id())
                                .param("attempt", job.attempts())
                                .update()));
    }

    /// A change of a job that others hear of.
    ///
    /// @return how many rows it changed: none where the job is another's by now
    private int told(Job job, Function<Session, Integer> change) {
        return door.inBusiness(job.businessId(), session -> {
            int rows = change.apply(session);
            if (rows > 0) {
                Hints.jobMoved(session, job.id());
            }
            return rows;
        });
    }

    private static void held(Job job, int rows) {
        if (rows == 0) {
            throw new JobStopped("Job " + job.id() + " was taken over by another process");
        }
    }

    /// Whoever asks waits for those who ask for the same business, so that none is counted twice or overlooked. The
    /// business's own row is left alone: it is locked while an import is merged.
    private static void oneAtATime(Session session) {
        session.statement("select pg_advisory_xact_lock(hashtextextended('job of ' || :business, 0))")
                .query((row, number) -> true)
                .single();
    }

    /// A job of the whole business covers each of its accounts.
    private static Optional<Job> active(Session session, Job.Wanted wanted) {
        return session.statement(SELECT + """
                 and kind = :kind and status in ('queued', 'running')
                    and (account_id is null or account_id = :account)
                order by account_id nulls last, job_id limit 1
                """)
                .param("kind", wanted.kind().key())
                .param("account", wanted.accountId())
                .query(Jobs::read)
                .optional();
    }

    /// When the quota leaves room again: once the last but so many of the window has left it.
    private static Optional<Instant> again(Session session, Job.Wanted wanted, JobQuota quota, Instant now) {
        return session.statement("""
                select created_at from job
                where business_id = :business and kind = :kind and requested_by is not null and created_at > :since
                order by created_at desc offset :others limit 1
                """)
                .param("kind", wanted.kind().key())
                .param("since", Timestamp.from(now.minus(quota.window())))
                .param("others", quota.jobs() - 1)
                .query((row, number) -> row.getTimestamp(1).toInstant().plus(quota.window()))
                .optional();
    }

    private Job enqueue(Session session, Job.Wanted wanted, Instant now) {
        session.statement("""
                delete from job where business_id = :business and created_at < :forgotten
                    and status in ('done', 'failed', 'cancelled')
                """)
                .param("forgotten", Timestamp.from(now.minus(KEPT)))
                .update();
        Told waiting = Told.of(WAITING.said());
        Job job = session.statement("""
                insert into job (business_id, job_id, kind, account_id, arguments, status, requested_by, created_at,
                    attempts, progress_done, progress_total, progress_text, progress_said)
                values (:business, :job, :kind, :account, :arguments::jsonb, 'queued', :by, :now, 0, 0, 0, :text, :said)
                returning
                """ + COLUMNS)
                .param("job", ids.take())
                .param("kind", wanted.kind().key())
                .param("account", wanted.accountId())
                .param("arguments", wanted.arguments())
                .param("by", wanted.requestedBy())
                .param("text", waiting.text())
                .param("said", waiting.said())
                .param("now", Timestamp.from(now))
                .query(Jobs::read)
                .single();
        Hints.jobMoved(session, job.id());
        agenda.schedule(JobScheduler.instance(job), now, SchedulerClient.ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
        return job;
    }

    private static Job read(ResultSet row, int number) throws SQLException {
        @Nullable String code = row.getString(17);
        return new Job(
                row.getLong(1),
                row.getLong(2),
                Job.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getObject(4, Long.class),
                row.getString(5),
                Job.Status.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getObject(7, Long.class),
                row.getTimestamp(8).toInstant(),
                instant(row, 9),
                instant(row, 10),
                row.getInt(11),
                new Job.Progress(row.getInt(12), row.getInt(13), new Told(row.getString(14), row.getString(15))),
                row.getString(16),
                code == null ? null : new Job.Failure(code, new Told(row.getString(18), row.getString(19))));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        @Nullable Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
