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
        Progress progress,
        @Nullable JsonNode result,
        @Nullable Problem problem,
        @Nullable Said note) {
    /// Why it failed.
    ///
    /// @param detailSaid what the sentence is made from; null where that was not kept
    public record Problem(
            String code, String detail, @Nullable JsonNode detailSaid) {}

    /// How far it has come.
    ///
    /// @param textSaid what the sentence is made from; null where that was not kept
    public record Progress(
            int done, int total, String text, @Nullable JsonNode textSaid) {}

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
                new Progress(
                        job.progress().done(),
                        job.progress().total(),
                        job.progress().text().text(),
                        said(job.progress().text(), json)),
                result == null ? null : json.readTree(result),
                failure == null ? null : problem(failure, json),
                job.attempts() > 1 ? JobScheduler.TAKEN_UP_AGAIN.said() : null);
    }

    private static Problem problem(Job.Failure failure, JsonMapper json) {
        return new Problem(failure.code(), failure.sentence().text(), said(failure.sentence(), json));
    }

    private static @Nullable JsonNode said(Told told, JsonMapper json) {
        String said = told.said();
        return said == null ? null : json.readTree(said);
    }

    public static String url(Job job) {
        return "/api/v1/jobs/" + job.id() + "?business_id=" + job.businessId();
    }
}
