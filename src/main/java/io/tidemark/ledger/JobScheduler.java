package io.tidemark.ledger;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on jobs, together with the other processes that have the same database: each job is taken up by one of them,
/// which shows by a heartbeat that it lives. A job whose process no longer does is taken up by another.
public final class JobScheduler implements AutoCloseable {
    private static final Sentence GAVE_UP = Sentence.of(
            "job_gave_up",
            "The server stopped {times} times while it worked on this, so it was given up: look for job={job} in "
                    + "its log.");
    public static final Sentence TAKEN_UP_AGAIN =
            Sentence.of("job_taken_up_again", "Taken up again, after the process that worked on it stopped.");
    private static final Sentence INTERNAL = Sentence.of(
            "job_internal_error", "Something went wrong on our side: look for job={job} in the server's log.");
    private static final Sentence OLDER_SERVER =
            Sentence.of("job_of_newer_server", "This server does not know how to do this: it is an older one.");

    static final String TABLE = "scheduled_task";

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 6;
    /// Of the threads: whoever asks for a job must not wait for platforms that answer slowly.
    private static final int TURNS_AT_ONCE = 4;
    private static final Duration TURN_WAITS = Duration.ofSeconds(5);
    private static final Duration TURN_FAILED = Duration.ofMinutes(1);
    /// For polling, heartbeats and progress, which must not wait for those who append.
    private static final int CONNECTIONS = 4;
    /// A job that takes its process down each time must not do so for ever.
    private static final int MOST_ATTEMPTS = 5;

    private final Jobs jobs;
    private final Map<Job.Kind, JobWork> works;
    private final Pace pace;
    private final Clock clock;
    private final HikariDataSource connections;
    private final Scheduler scheduler;
    private volatile boolean stopping;

    private JobScheduler(
            Database database,
            Map<Job.Kind, JobWork> works,
            Pace pace,
            List<Recurring> recurring,
            @Nullable TurnWork turns) {
        this.works = Map.copyOf(works);
        this.pace = pace;
        clock = database.clock();
        connections = database.pool("tidemark-jobs", CONNECTIONS);
        jobs = new Jobs(database, connections);
        SchedulerBuilder builder = Scheduler.create(connections, tasks(turns))
                .tableName(TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed("tidemark-" + UUID.randomUUID()))
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(pace.polling())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(pace.patience())
                // What fails is told by the job itself.
                .failureLogging(LogLevel.DEBUG, true);
        builder.startTasks(recurring.stream()
                .map(again -> Tasks.recurring(again.name(), FixedDelay.of(again.interval()))
                        .execute((instance, context) -> again.work().run()))
                .toList());
        scheduler = builder.build();
    }

    /// How often the scheduler looks.
    ///
    /// @param polling for jobs that other processes have put on the agenda
    /// @param heartbeat shows that the process lives; after four missed ones it counts as dead
    /// @param patience with jobs that run when the scheduler is closed
    public record Pace(Duration polling, Duration heartbeat, Duration patience) {
        public static final Pace DEFAULT =
                new Pace(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    /// Something that one of the processes does again and again.
    public record Recurring(String name, Duration interval, Runnable work) {}

    /// Works from now on until it is closed.
    ///
    /// @param turns what is done when an account's turn is; null where this process takes none
    /// @param jobs where this process asks for jobs, which are begun at once
    public static JobScheduler start(
            Database database,
            Jobs jobs,
            Map<Job.Kind, JobWork> works,
            Pace pace,
            List<Recurring> recurring,
            @Nullable TurnWork turns) {
        JobScheduler scheduler = new JobScheduler(database, works, pace, recurring, turns);
        jobs.whenQueued(scheduler.scheduler::triggerCheckForDueExecutions);
        scheduler.scheduler.start();
        return scheduler;
    }

    static TaskInstance<Void> instance(Job job) {
        return TASK.instance(job.businessId() + "/" + job.id()).build();
    }

    /// Jobs that run are given back, for another process or for the next start.
    @Override
    public void close() {
        stopping = true;
        scheduler.stop();
        connections.close();
    }

    private List<Task<?>> tasks(@Nullable TurnWork turns) {
        return turns == null ? List.of(task()) : List.of(task(), turn(turns));
    }

    /// An account's turn comes again when the one before says, and after the process that had it has died.
    private Task<Void> turn(TurnWork work) {
        Semaphore places = new Semaphore(TURNS_AT_ONCE);
        return Tasks.custom(Turns.TASK)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(TURN_FAILED)))
                .execute((instance, context) -> {
                    if (stopping || !places.tryAcquire()) {
                        return (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(TURN_WAITS));
                    }
                    try {
                        Turns.Turn turn = Turns.Turn.of(instance.getId());
                        Optional<Instant> next = work.take(turn.businessId(), turn.accountId());
                        return (complete, operations) ->
                                next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                    } catch (RuntimeException problem) {
                        LOG.error("turn={} failed", instance.getId(), problem);
                        throw problem;
                    } finally {
                        places.release();
                    }
                });
    }

    private OneTimeTask<Void> task() {
        return Tasks.oneTime(TASK)
                .onDeadExecutionRevive()
                .onFailure(this::again)
                .execute((instance, context) -> {
                    String[] numbers = instance.getId().split("/", 2);
                    run(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
                });
    }

    /// The job itself did not fail, but whatever surrounds it: it stays on the agenda.
    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        boolean givenBack =
                complete.getCause().filter(JobStopped.class::isInstance).isPresent();
        operations.reschedule(complete, complete.getTimeDone().plus(givenBack ? Duration.ZERO : pace.heartbeat()));
    }

    private void run(long businessId, long jobId) {
        Optional<Job> begun = jobs.begin(businessId, jobId);
        if (begun.isPresent()) {
            run(begun.get());
        }
    }

    private void run(Job job) {
        LOG.debug("job={} business={} kind={} attempt={}", job.id(), job.businessId(), job.kind(), job.attempts());
        Instant begun = clock.instant();
        try {
            if (job.attempts() > MOST_ATTEMPTS) {
                throw new JobFailed(
                        "gave_up", GAVE_UP.said(Map.of("times", Value.count(MOST_ATTEMPTS), "job", number(job))), null);
            }
            if (job.attempts() > 1) {
                report(job, Job.Progress.of(0, 0, TAKEN_UP_AGAIN.said()));
            }
            String result = work(job).run(job, progress -> report(job, progress));
            jobs.finish(job, result, null);
            told(job, begun, "done", "none");
        } catch (JobStopped stopped) {
            letGo(job, begun, stopped);
        } catch (JobFailed failed) {
            fail(job, begun, failed.result(), failed.failure());
        } catch (RuntimeException problem) {
            if (stopping) {
                letGo(job, begun, new JobStopped("The program ends: " + problem));
            }
            LOG.error("job={} business={} failed", job.id(), job.businessId(), problem);
            fail(
                    job,
                    begun,
                    null,
                    new Job.Failure("internal_error", Told.of(INTERNAL.said(Map.of("job", number(job))))));
        }
    }

    /// One line for each outcome.
    private void told(Job job, Instant begun, String outcome, String why) {
        LOG.info(
                "job={} business={} kind={} attempt={} outcome={} fault={} took_ms={}",
                job.id(),
                job.businessId(),
                job.kind(),
                job.attempts(),
                outcome,
                why,
                Duration.between(begun, clock.instant()).toMillis());
    }

    private void letGo(Job job, Instant begun, JobStopped reason) {
        LOG.debug("job={} business={} let_go={}", job.id(), job.businessId(), reason.getMessage());
        told(job, begun, "let_go", "none");
        if (stopping) {
            jobs.giveBack(job);
            throw reason;
        }
    }

    private void fail(Job job, Instant begun, @Nullable String result, Job.Failure failure) {
        try {
            jobs.finish(job, result, failure);
            told(job, begun, "failed", failure.code());
        } catch (JobStopped taken) {
            letGo(job, begun, taken);
        }
    }

    private void report(Job job, Job.Progress progress) {
        if (stopping) {
            throw new JobStopped("The program ends");
        }
        jobs.report(job, progress);
    }

    private static Value number(Job job) {
        return Value.name(Long.toString(job.id()));
    }

    private JobWork work(Job job) {
        JobWork work = works.get(job.kind());
        if (work == null) {
            throw new JobFailed("unknown_kind", OLDER_SERVER.said(), null);
        }
        return work;
    }
}
