package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JobSchedulerTest {
    private static final JobScheduler.Pace PACE =
            new JobScheduler.Pace(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /// Of one that is as good as dead once it works: it neither shows that it lives nor looks for further jobs.
    private static final JobScheduler.Pace SILENT =
            new JobScheduler.Pace(Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(20));

    private final LedgerFixture fixture = LedgerFixture.create(Clock.systemUTC());
    private final Jobs jobs = new Jobs(fixture.database());
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        fixture.close();
    }

    @Test
    void aJobIsDoneAndTellsOfIt() {
        start(fixture.database(), (job, reporter) -> {
            reporter.report(Job.Progress.of(3, 4, said("Nearly.")));
            return "{\"accounts\": []}";
        });

        Job job = await(ask(), Job.Status.DONE);

        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.progress()).isEqualTo(Job.Progress.of(3, 4, said("Nearly.")));
        assertThat(job.result()).isEqualTo("{\"accounts\": []}");
        assertThat(job.failure()).isNull();
        assertThat(job.startedAt()).isNotNull();
        assertThat(job.finishedAt()).isNotNull();
        waiting().until(() -> agenda() == 0);
    }

    @Test
    void aFailureIsToldInASentence() {
        start(fixture.database(), (job, reporter) -> {
            throw new JobFailed(
                    "collection_failed", said("X @acme: the permission was withdrawn."), "{\"accounts\": []}");
        });

        Job job = await(ask(), Job.Status.FAILED);

        assertThat(job.failure())
                .isEqualTo(
                        new Job.Failure("collection_failed", Told.of(said("X @acme: the permission was withdrawn."))));
        assertThat(job.result()).isEqualTo("{\"accounts\": []}");
        waiting().until(() -> agenda() == 0);
    }

    @Test
    void whatNobodyForesawTellsNoSecrets() {
        start(fixture.database(), (job, reporter) -> {
            throw new IllegalStateException("a secret of the server");
        });

        Job job = await(ask(), Job.Status.FAILED);

        assertThat(job.failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("internal_error");
            assertThat(failure.sentence().text()).contains("job=" + job.id()).doesNotContain("secret");
        });
    }

    @Test
    void aJobWhoseProcessDiedIsTakenUpByAnother() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        start(fixture.database(), SILENT, (job, reporter) -> {
            begun.countDown();
            released.await();
            try {
                reporter.report(Job.Progress.of(1, 1, said("Back from the dead.")));
            } catch (JobStopped stopped) {
                lost.countDown();
                throw stopped;
            }
            return "{\"by\": \"the first\"}";
        });
        Job asked = ask();
        begun.await();

        // To the second process the first has been silent for ten minutes.
        Database other =
                open(Database.open(fixture.address(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10))));
        List<String> told = new CopyOnWriteArrayList<>();
        start(other, (job, reporter) -> {
            told.add(jobs.find(job.businessId(), job.id())
                    .orElseThrow()
                    .progress()
                    .text()
                    .text());
            return "{\"by\": \"the second\"}";
        });
        Job job = await(asked, Job.Status.DONE);

        assertThat(job.attempts()).isEqualTo(2);
        assertThat(told).containsExactly("Taken up again, after the process that worked on it stopped.");
        released.countDown();
        lost.await();
        assertThat(jobs.find(job.businessId(), job.id())).hasValue(job);
        assertThat(job.result()).isEqualTo("{\"by\": \"the second\"}");
    }

    @Test
    void aProcessThatEndsGivesItsJobsBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        JobScheduler first = start(fixture.database(), (job, reporter) -> {
            while (true) {
                reporter.report(Job.Progress.of(0, 1, said("Going on.")));
                begun.countDown();
            }
        });
        Job asked = ask();
        begun.await();

        first.close();

        assertThat(jobs.find(asked.businessId(), asked.id()))
                .hasValueSatisfying(job -> assertThat(job.status()).isEqualTo(Job.Status.QUEUED));
        start(fixture.database(), (job, reporter) -> "{}");
        assertThat(await(asked, Job.Status.DONE).attempts()).isEqualTo(2);
    }

    @Test
    void everyOutcomeIsOneLineOfTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(JobScheduler.class);
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        try {
            start(fixture.database(), (job, reporter) -> {
                if (Long.valueOf(2).equals(job.accountId())) {
                    throw new JobFailed("collection_failed", said("The permission was withdrawn."), null);
                }
                return "{}";
            });
            Job good = ask(1L);
            Job bad = ask(2L);
            await(good, Job.Status.DONE);
            await(bad, Job.Status.FAILED);

            waiting().until(() -> log.list.size() == 2);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.startsWith("job=%d ".formatted(good.id()))
                            && line.contains(" outcome=done fault=none "))
                    .anyMatch(line -> line.startsWith("job=%d ".formatted(bad.id()))
                            && line.contains(" outcome=failed fault=collection_failed "));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
    }

    @Test
    void aJobThatTakesItsProcessDownEachTimeIsGivenUp() {
        Job asked = ask();
        for (int i = 0; i < 5; i++) {
            jobs.begin(asked.businessId(), asked.id());
        }

        AtomicInteger runs = new AtomicInteger();
        start(fixture.database(), (job, reporter) -> "{\"run\": " + runs.incrementAndGet() + "}");

        assertThat(await(asked, Job.Status.FAILED).failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("gave_up"));
        assertThat(runs).hasValue(0);
    }

    @Test
    void twoProcessesShareTheWorkAndDoEachJobOnce() {
        AtomicInteger runs = new AtomicInteger();
        Database other = open(Database.open(fixture.address(), Clock.systemUTC()));
        start(fixture.database(), (job, reporter) -> "{\"run\": " + runs.incrementAndGet() + "}");
        start(other, (job, reporter) -> "{\"run\": " + runs.incrementAndGet() + "}");

        for (long account = 1; account <= 12; account++) {
            ask(account);
        }

        waiting()
                .until(() -> jobs.recent(fixture.business().id()).stream()
                        .allMatch(job -> job.status() == Job.Status.DONE && job.attempts() == 1));
        assertThat(runs).hasValue(12);
    }

    @Test
    void whatRecursIsDoneAgainAndAgain() {
        AtomicInteger runs = new AtomicInteger();

        open(JobScheduler.start(
                fixture.database(),
                jobs,
                Map.of(),
                PACE,
                List.of(new JobScheduler.Recurring("often", Duration.ofMillis(50), runs::incrementAndGet)),
                null));

        waiting().until(() -> runs.get() >= 2);
    }

    /// May wait.
    private interface Waiting {
        String run(Job job, JobWork.Reporter reporter) throws InterruptedException;
    }

    private JobScheduler start(Database database, Waiting work) {
        return start(database, PACE, work);
    }

    private JobScheduler start(Database database, JobScheduler.Pace pace, Waiting work) {
        JobWork unhurried = (job, reporter) -> {
            try {
                return work.run(job, reporter);
            } catch (InterruptedException problem) {
                throw new IllegalStateException(problem);
            }
        };
        return open(JobScheduler.start(
                database,
                database == fixture.database() ? jobs : new Jobs(database),
                Map.of(Job.Kind.REFRESH, unhurried),
                pace,
                List.of(),
                null));
    }

    private <T extends AutoCloseable> T open(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private Job ask() {
        return ask(null);
    }

    private Job ask(@Nullable Long account) {
        Jobs.Answer answer =
                jobs.ask(new Job.Wanted(fixture.business().id(), Job.Kind.REFRESH, account, null, 7L), null);
        return ((Jobs.Answer.Accepted) answer).job();
    }

    private Job await(Job asked, Job.Status status) {
        waiting().until(() -> find(asked).status() == status);
        return find(asked);
    }

    private Job find(Job asked) {
        return jobs.find(asked.businessId(), asked.id()).orElseThrow();
    }

    private static ConditionFactory waiting() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private long agenda() {
        return new Door(fixture.database())
                .sql()
                .sql("select count(*) from scheduled_task where task_name = 'job'")
                .query(Long.class)
                .single();
    }

    private static Said said(String words) {
        return Sentence.of("told", words).said();
    }
}
