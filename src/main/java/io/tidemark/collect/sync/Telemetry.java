package io.tidemark.collect.sync;

import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.collect.connector.Fault;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SyncRun;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what this process does, and logs each run in one line.
public final class Telemetry {
    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);
    private static final String GOOD = "ok";
    private static final String NONE = "none";

    private final MeterRegistry meters;

    public Telemetry(MeterRegistry meters) {
        this.meters = meters;
    }

    /// @param fault what came of the call; null where it went well
    void called(Platform platform, String endpoint, @Nullable Fault fault) {
        String outcome = fault == null ? GOOD : Trouble.of(fault).kind();
        meters.counter("tidemark.calls", "platform", platform.key(), "endpoint", endpoint, "outcome", outcome)
                .increment();
    }

    void ran(long businessId, LiveAccount account, SyncRun run, Instant dueAt) {
        String outcome = run.outcome().name().toLowerCase(Locale.ROOT);
        String fault = Objects.requireNonNullElse(run.fault(), NONE);
        Duration took = Duration.between(run.startedAt(), run.finishedAt());
        meters.timer("tidemark.runs", "platform", account.key().platform().key(), "outcome", outcome, "fault", fault)
                .record(took);
        LOG.info(
                "sync={} business={} account={} connector={} outcome={} fault={} calls={} found={} read={} days={}"
                        + " took_ms={} due={}",
                run.runId(),
                businessId,
                account.accountId(),
                account.connector(),
                outcome,
                fault,
                run.calls(),
                run.postsFound(),
                run.postsRead(),
                run.daysRead(),
                took.toMillis(),
                dueAt);
    }

    /// Another run has the account by now, since this one was silent for too long.
    void lost(long businessId, LiveAccount account, long runId) {
        LOG.info(
                "sync={} business={} account={} connector={} outcome=lost",
                runId,
                businessId,
                account.accountId(),
                account.connector());
    }
}
