package io.tidemark.serve.jobs;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.Told;
import io.tidemark.ledger.User;
import io.tidemark.words.Sentence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers what it is told to.
public final class FakeJobDesk implements JobDesk {
    public final List<Job> jobs = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile Answer answer = new Answer.NothingConnected();
    public volatile boolean offered;

    public static Job job(long id, Job.Status status) {
        Instant at = Instant.parse("2026-11-20T11:59:00Z");
        boolean over = status == Job.Status.DONE || status == Job.Status.FAILED;
        return new Job(
                1,
                id,
                Job.Kind.REFRESH,
                null,
                null,
                status,
                7L,
                at,
                at,
                over ? at.plusSeconds(5) : null,
                1,
                new Job.Progress(2, 8, new Told("Collecting X @harbour.", null)),
                status == Job.Status.DONE ? "{\"accounts\": []}" : null,
                status == Job.Status.FAILED
                        ? new Job.Failure(
                                "collection_failed",
                                Told.of(Sentence.of(
                                                "refresh_no_answer", "YouTube @harbour: the permission was withdrawn.")
                                        .said()))
                        : null);
    }

    @Override
    public boolean offersRefresh(Business business, Collecting collecting) {
        return offered;
    }

    @Override
    public Map<Long, Collecting> collecting(Collection<Business> businesses) {
        return businesses.stream().collect(Collectors.toMap(Business::id, business -> Collecting.NEVER));
    }

    @Override
    public Answer refresh(Business business, @Nullable Long accountId, User caller) {
        asked.add(business.id() + "/" + accountId + "/" + caller.email());
        return answer;
    }

    @Override
    public Optional<Job> recut(Business business, ZoneId zone, DayOfWeek weekStart, User caller) {
        asked.add(business.id() + "/" + zone + "/" + weekStart);
        return jobs(business.id()).stream().filter(Job::isActive).findFirst();
    }

    @Override
    public Optional<Job> findJob(long businessId, long jobId) {
        return jobs(businessId).stream().filter(job -> job.id() == jobId).findFirst();
    }

    @Override
    public List<Job> jobs(long businessId) {
        return jobs.stream().filter(job -> job.businessId() == businessId).toList();
    }
}
