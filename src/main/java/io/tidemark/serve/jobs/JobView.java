package io.tidemark.serve.jobs;

import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobScheduler;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A job as it is told over HTTP.
///
/// @param note what is out of the ordinary about it
public record JobView(
        long jobId,
        long businessId,
        Job.Kind kind,
        @Nullable Long accountId,
        Job.Status status,
        String url,
        @Nullable Long requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        Job.Progress progress,
        @Nullable JsonNode result,
        @Nullable Problem problem,
        @Nullable Said note) {
    /// Why it failed.
    public record Problem(String code, Told detail) {}

    record Listing(List<JobView> jobs) {}

    public static JobView of(Job job, JsonMapper json) {
        String result = job.result();
        Job.Failure failure = job.failure();
        return new JobView(
                job.id(),
                job.businessId(),
                job.kind(),
                job.accountId(),
                job.status(),
                url(job),
                job.requestedBy(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.attempts(),
                job.progress(),
                result == null ? null : json.readTree(result),
                failure == null ? null : new Problem(failure.code(), failure.sentence()),
                job.attempts() > 1 ? JobScheduler.TAKEN_UP_AGAIN.said() : null);
    }

    public static String url(Job job) {
        return "/api/v1/jobs/" + job.id() + "?business_id=" + job.businessId();
    }
}
