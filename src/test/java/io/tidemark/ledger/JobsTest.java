package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final JobQuota TWO_AN_HOUR = new JobQuota(2, Duration.ofHours(1));

    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private LedgerFixture fixture;
    private Database second;
    private Jobs jobs;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create(clock);
        second = Database.open(fixture.address(), clock);
        jobs = new Jobs(fixture.database());
    }

    @AfterEach
    void close() {
        second.close();
        fixture.close();
    }

    @Test
    void manyWhoAskTwoProcessesAtOnceGetOneJob() throws Exception {
        Jobs others = new Jobs(second);

        List<Jobs.Answer> answers = together(
                24,
                number -> (number % 2 == 0 ? jobs : others).ask(wanted(null), new JobQuota(1, Duration.ofHours(1))));

        Set<Long> ids = new HashSet<>();
        int fresh = 0;
        for (Jobs.Answer answer : answers) {
            ids.add(job(answer).id());
            fresh += answer instanceof Jobs.Answer.Accepted(Job _, boolean isFresh) && isFresh ? 1 : 0;
        }
        assertThat(ids).hasSize(1);
        assertThat(fresh).isEqualTo(1);
        assertThat(jobs.recent(fixture.business().id())).hasSize(1);
        assertThat(agenda()).isEqualTo(1);
    }

    @Test
    void theSchemaItselfRefusesASecondActiveJob() {
        jobs.ask(wanted(null), null);

        assertThat(new Door(second)
                        .<Integer>inBusiness(
                                fixture.business().id(),
                                session -> session.statement("""
                        insert into job (business_id, job_id, kind, status, created_at, attempts, progress_done,
                            progress_total, progress_text)
                        values (:business, 1, 'refresh', 'queued', now(), 0, 0, 0, '')
                        on conflict (business_id, kind, account_id) where status in ('queued', 'running') do nothing
                        """).update()))
                .isZero();
    }

    @Test
    void aJobOfTheWholeBusinessCoversItsAccounts() {
        Job ofOne = job(jobs.ask(wanted(3L), null));
        Job ofAnother = job(jobs.ask(wanted(4L), null));
        Job ofAll = job(jobs.ask(wanted(null), null));

        assertThat(Set.of(ofOne.id(), ofAnother.id(), ofAll.id())).hasSize(3);
        assertThat(job(jobs.ask(wanted(3L), null)).id()).isEqualTo(ofOne.id());
        assertThat(job(jobs.ask(wanted(5L), null)).id()).isEqualTo(ofAll.id());
        assertThat(job(jobs.ask(wanted(null), null)).id()).isEqualTo(ofAll.id());
    }

    @Test
    void aQuotaIsCountedOverTheHourBeforeNow() {
        finish(jobs.ask(wanted(null), TWO_AN_HOUR));
        clock.advance(Duration.ofMinutes(20));
        finish(jobs.ask(wanted(null), TWO_AN_HOUR));
        clock.advance(Duration.ofMinutes(20));

        assertThat(jobs.ask(wanted(null), TWO_AN_HOUR))
                .isEqualTo(new Jobs.Answer.OverQuota(LedgerFixture.NOW.plus(Duration.ofHours(1))));

        clock.advance(Duration.ofMinutes(20));
        finish(jobs.ask(wanted(null), TWO_AN_HOUR));
        assertThat(jobs.ask(wanted(null), TWO_AN_HOUR))
                .isEqualTo(new Jobs.Answer.OverQuota(LedgerFixture.NOW.plus(Duration.ofMinutes(80))));
    }

    @Test
    void whatTheProgramAsksForItselfUsesUpNoQuota() {
        for (int i = 0; i < 5; i++) {
            finish(jobs.ask(new Job.Wanted(fixture.business().id(), Job.Kind.REFRESH, null, null, null), null));
        }

        assertThat(jobs.ask(wanted(null), TWO_AN_HOUR)).isInstanceOf(Jobs.Answer.Accepted.class);
    }

    @Test
    void aQuotaHoldsHoweverManyAskAtOnce() throws Exception {
        JobQuota five = new JobQuota(5, Duration.ofHours(1));
        Jobs others = new Jobs(second);

        List<Jobs.Answer> answers =
                together(20, number -> (number % 2 == 0 ? jobs : others).ask(wanted(100L + number), five));

        assertThat(answers).filteredOn(Jobs.Answer.Accepted.class::isInstance).hasSize(5);
        assertThat(agenda()).isEqualTo(5);
    }

    @Test
    void aBusinessSeesItsOwnJobsOnly() {
        Job job = job(jobs.ask(wanted(null), null));

        assertThat(jobs.find(fixture.business().id(), job.id())).hasValue(job);
        assertThat(jobs.find(77, job.id())).isEmpty();
        assertThat(jobs.recent(77)).isEmpty();
    }

    @Test
    void finishedJobsAreForgottenInTheEnd() {
        finish(jobs.ask(wanted(null), null));
        clock.advance(Duration.ofDays(91));

        Job later = job(jobs.ask(wanted(null), null));

        assertThat(jobs.recent(fixture.business().id())).containsExactly(later);
    }

    private Job.Wanted wanted(@Nullable Long accountId) {
        return new Job.Wanted(fixture.business().id(), Job.Kind.REFRESH, accountId, null, 7L);
    }

    private void finish(Jobs.Answer answer) {
        Job asked = job(answer);
        Job begun = jobs.begin(asked.businessId(), asked.id()).orElseThrow();
        jobs.finish(begun, null, null);
    }

    private static Job job(Jobs.Answer answer) {
        assertThat(answer).isInstanceOf(Jobs.Answer.Accepted.class);
        return ((Jobs.Answer.Accepted) answer).job();
    }

    private long agenda() {
        return new Door(second)
                .sql()
                .sql("select count(*) from scheduled_task")
                .query(Long.class)
                .single();
    }

    private static <T> List<T> together(int threads, IntFunction<T> call) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> {
                    go.await();
                    return call.apply(number);
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
