package io.tidemark.collect.sync;

import io.tidemark.collect.SyncReport;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Told;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a run through its phases, and stores what came of it: the observations as one source, then how far the
/// account is. Where the program ends in between, the next run reads the same once more, which stores nothing
/// twice.
final class AccountSync {
    private static final Logger LOG = LoggerFactory.getLogger(AccountSync.class);

    private final Ledger ledger;
    private final Books books;
    private final Duration tick;
    private final Telemetry telemetry;
    private final List<Phase> phases;

    AccountSync(Ledger ledger, Books books, SyncSettings settings, Telemetry telemetry) {
        this.ledger = ledger;
        this.books = books;
        this.telemetry = telemetry;
        tick = settings.tick();
        phases = List.of(
                new Gauges(),
                new Backfill(),
                new Discovery(settings.discoverEvery()),
                new Measurement(),
                new DaySeries(),
                new Sweep());
    }

    /// @param lease by which the run holds the account
    /// @return when the account's turn is again
    Instant run(Run run, long runId, String lease, LiveApi api, Redaction redaction) {
        for (Phase phase : phases) {
            if (!goesWell(phase, run, runId, redaction)) {
                break;
            }
        }
        Verdict verdict = Verdict.of(run, run.account.failures(), tick);
        @Nullable Long source = store(run, runId);
        keep(run, runId, lease, verdict, source, api.calls());
        return verdict.dueAt();
    }

    /// @return false where the rest of the run would not go well either
    private static boolean goesWell(Phase phase, Run run, long runId, Redaction redaction) {
        try {
            phase.run(run);
            return true;
        } catch (CallFailed failed) {
            Trouble trouble = Trouble.of(failed.fault());
            run.trouble(trouble);
            return trouble.reach() == Trouble.Reach.PHASE;
        } catch (AccountLost lost) {
            throw lost;
        } catch (RuntimeException problem) {
            LOG.error("sync={} phase={} {}", runId, phase.getClass().getSimpleName(), redaction.of(problem));
            run.trouble(Trouble.ours(runId));
            return true;
        }
    }

    private @Nullable Long store(Run run, long runId) {
        if (run.observations().isEmpty()) {
            return null;
        }
        SourceSpec spec = new SourceSpec(
                ledger.newId(),
                SourceSpec.Kind.SYNC,
                run.connector.key(),
                run.key().platform().title() + " @" + run.key().handle(),
                hash("sync run " + runId),
                run.startedAt);
        Appended appended = ledger.append(
                run.business.id(), spec, sink -> run.observations().forEach(sink::accept), SyncReport::of);
        return appended.sourceId();
    }

    private void keep(Run run, long runId, String lease, Verdict verdict, @Nullable Long source, int calls) {
        long business = run.business.id();
        LiveAccount account = run.account;
        books.posts().save(business, account.accountId(), run.changed());
        var named = run.named();
        if (named != null) {
            books.accounts().rename(business, account.accountId(), named.handle(), named.name());
        }
        Trouble worst = verdict.worst();
        Instant now = run.api.now();
        SyncRun done = new SyncRun(
                runId,
                account.accountId(),
                run.startedAt,
                now,
                verdict.outcome(),
                worst == null ? null : worst.kind(),
                worst == null ? null : Told.of(worst.said()),
                calls,
                run.found(),
                run.read(),
                run.days(),
                source);
        books.runs().add(business, done);
        boolean success = verdict.outcome() == SyncRun.Outcome.DONE || source != null;
        books.accounts()
                .giveBack(
                        business,
                        lease,
                        account.after(
                                LiveAccount.Status.COLLECTING,
                                worst == null ? null : Told.of(worst.said()),
                                run.progress(),
                                success ? run.startedAt : account.lastSuccessAt(),
                                verdict.failures(),
                                verdict.dueAt()));
        telemetry.ran(business, account, done, verdict.dueAt());
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
