package io.tidemark.serve.imports;

import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// Imports that were started over HTTP: one after the other for a business, and what became of the recent ones. What
/// was recorded is in the ledger too; what failed is remembered here alone. The files of trials, and of imports that
/// ended with a question, are kept for a while, so that nobody has to send them twice.
final class ImportJobs implements AutoCloseable {
    private static final Sentence TOO_MANY =
            Sentence.of("too_many_imports", "{imports} imports are waiting already: try again when some are done.");

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int MOST_WAITING = 50;
    private static final int MOST_FINISHED = 200;
    private static final int MOST_KEPT = 100;
    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int PATIENCE_SECONDS = 30;

    private final Imports imports;
    private final Clock clock;
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final Deque<Long> finished = new ArrayDeque<>();
    /// Imports whose files wait to be taken up again, the oldest first.
    private final Map<Long, Kept> kept = new LinkedHashMap<>();
    private final Map<Long, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ImportJobs(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    private record Kept(ImportRequest request, Instant since) {}

    /// @param report where it stands
    /// @param preview what a trial would make of the business; null before its end and where it is none
    record Job(
            Instant startedAt,
            ImportReport report,
            @Nullable ImportPreview preview) {
        boolean isRunning() {
            return report.status() == ImportReport.Status.RUNNING;
        }
    }

    long newId() {
        return imports.newId();
    }

    /// Takes up the kept file of a trial, or of an import that ended with a question.
    ///
    /// @param trial whether to look only
    /// @return empty where its file is not kept any more
    Optional<ImportReport> again(long businessId, long importId, Answers said, boolean trial) {
        synchronized (kept) {
            Kept waiting = kept.get(importId);
            if (waiting == null || waiting.request().businessId() != businessId) {
                return Optional.empty();
            }
            ImportReport started = start(waiting.request().again(imports.newId(), said, trial));
            kept.remove(importId);
            return Optional.of(started);
        }
    }

    /// What the user said about a kept file so far.
    Optional<Answers> said(long businessId, long importId) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(importId))
                    .map(Kept::request)
                    .filter(request -> request.businessId() == businessId)
                    .map(ImportRequest::answers);
        }
    }

    /// Gives up the kept file of a trial.
    void discard(long businessId, long importId) {
        synchronized (kept) {
            Kept waiting = kept.get(importId);
            if (waiting != null && waiting.request().businessId() == businessId) {
                kept.remove(importId);
                delete(waiting.request().file());
            }
        }
    }

    /// Starts an import, which waits for those of its business that were started before. The file is deleted when it
    /// is done, or kept where it may be taken up again.
    ///
    /// @throws ProblemException 429 when too many wait already
    ImportReport start(ImportRequest request) {
        if (jobs.values().stream().filter(Job::isRunning).count() >= MOST_WAITING) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too_many_imports",
                            TOO_MANY.said(Map.of("imports", Value.count(MOST_WAITING))))
                    .exception();
        }
        ImportReport running = ImportReport.running(request, new ImportProgress(0, 0, size(request.file())));
        jobs.put(request.importId(), new Job(clock.instant(), running, null));
        threads.execute(() -> run(request));
        return running;
    }

    Optional<Job> find(long businessId, long importId) {
        return Optional.ofNullable(jobs.get(importId))
                .filter(job -> job.report().businessId() == businessId);
    }

    List<Job> of(long businessId) {
        return jobs.values().stream()
                .filter(job -> job.report().businessId() == businessId)
                .toList();
    }

    /// Lets running imports finish for a while; one that is cut off leaves nothing behind.
    @Override
    public void close() {
        synchronized (kept) {
            kept.values().forEach(one -> delete(one.request().file()));
            kept.clear();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException ignored) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run(ImportRequest request) {
        ReentrantLock turn = turns.computeIfAbsent(request.businessId(), id -> new ReentrantLock(true));
        try {
            turn.lockInterruptibly();
            try {
                ImportReport report = outcome(request);
                keepOrDelete(request, report);
                settle(request, report);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException ignored) {
            // The server stops: the import never began, and nobody will ask for it.
            Thread.currentThread().interrupt();
            delete(request.file());
        }
    }

    private void keepOrDelete(ImportRequest request, ImportReport report) {
        Instant now = clock.instant();
        synchronized (kept) {
            Iterator<Kept> oldest = kept.values().iterator();
            while (oldest.hasNext()) {
                Kept one = oldest.next();
                if (kept.size() >= MOST_KEPT || one.since().plus(KEPT_FOR).isBefore(now)) {
                    oldest.remove();
                    delete(one.request().file());
                }
            }
            if (mayBeTakenUpAgain(report)) {
                kept.put(request.importId(), new Kept(request, now));
                return;
            }
        }
        delete(request.file());
    }

    /// A trial, or a file that was refused for want of an answer.
    private static boolean mayBeTakenUpAgain(ImportReport report) {
        ImportReport.Problem problem = report.problem();
        return problem == null
                ? report.dryRun() && report.status() == ImportReport.Status.DONE
                : problem.status() == HttpStatus.UNPROCESSABLE_CONTENT.value();
    }

    private ImportReport outcome(ImportRequest request) {
        try {
            ImportReport report = imports.run(
                    request,
                    progress -> show(request, progress),
                    (trial, frame) -> preview(request, ImportPreview.of(trial, frame, clock.instant())));
            LOG.info(
                    "import={} business={} format={} status={} rows={} rejected={}",
                    report.importId(),
                    report.businessId(),
                    report.format(),
                    report.status(),
                    report.rows().total(),
                    report.rows().rejected());
            return report;
        } catch (ImportRefused refused) {
            LOG.info("import={} business={} refused={}", request.importId(), request.businessId(), refused.code());
            return ImportReport.failed(request, refused);
        } catch (RuntimeException problem) {
            LOG.error("import={} business={} failed", request.importId(), request.businessId(), problem);
            return FailedImport.unexpectedly(request);
        }
    }

    private void show(ImportRequest request, ImportProgress progress) {
        update(request.importId(), ImportReport.running(request, progress));
    }

    private void settle(ImportRequest request, ImportReport report) {
        update(request.importId(), report);
        synchronized (finished) {
            finished.addLast(request.importId());
            while (finished.size() > MOST_FINISHED) {
                jobs.remove(finished.removeFirst());
            }
        }
    }

    private void update(long importId, ImportReport report) {
        jobs.computeIfPresent(importId, (id, job) -> new Job(job.startedAt(), report, job.preview()));
    }

    private void preview(ImportRequest request, ImportPreview preview) {
        jobs.computeIfPresent(request.importId(), (id, job) -> new Job(job.startedAt(), job.report(), preview));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException ignored) {
            // Only for show; reading it will say what is wrong.
            return 0;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            LOG.warn("The uploaded file {} could not be deleted", file, problem);
        }
    }
}
