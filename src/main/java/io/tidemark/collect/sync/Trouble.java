package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Fault;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that went wrong in a run, and what it means for the rest of it.
///
/// @param kind stable name of the fault
/// @param until before which the same would go wrong again; null where nobody says
record Trouble(
        String kind, Said said, Reach reach, @Nullable Instant until) {
    private static final Sentence OURS = Sentence.of(
            "sync_internal_error", "Something went wrong on our side: look for {sync} in the server's log.");

    /// What a trouble keeps from being done.
    enum Reach {
        /// What was being done; the next phase may go well.
        PHASE,
        /// Everything else of the account for now.
        RUN,
        /// Everything until a person does something.
        ACCOUNT
    }

    /// Something that nobody foresaw.
    static Trouble ours(long runId) {
        return new Trouble("internal_error", OURS.said(Map.of("sync", Value.name("sync=" + runId))), Reach.PHASE, null);
    }

    static Trouble of(Fault fault) {
        Said said = fault.said();
        return switch (fault) {
            case Fault.TokenExpired expired -> new Trouble("sign_in_gone", said, Reach.ACCOUNT, null);
            case Fault.SignInGone gone -> new Trouble("sign_in_gone", said, Reach.ACCOUNT, null);
            case Fault.NotPermitted refused -> new Trouble("not_permitted", said, Reach.PHASE, null);
            case Fault.MetricRefused refused -> new Trouble("metric_refused", said, Reach.PHASE, null);
            case Fault.BatchRefused refused -> new Trouble("batch_refused", said, Reach.PHASE, null);
            case Fault.TooMuch much -> new Trouble("too_much", said, Reach.PHASE, null);
            case Fault.RateLimited limited ->
                new Trouble(
                        "rate_limited",
                        said,
                        limited.scope() == Fault.Scope.ENDPOINT ? Reach.PHASE : Reach.RUN,
                        limited.until());
            case Fault.QuotaSpent spent -> new Trouble("quota_spent", said, Reach.RUN, spent.until());
            case Fault.NotFound missing -> new Trouble("not_found", said, Reach.PHASE, null);
            case Fault.Passing passing -> new Trouble("unavailable", said, Reach.RUN, null);
            case Fault.Misconfigured wrong -> new Trouble("misconfigured", said, Reach.RUN, null);
            case Fault.Unreadable unreadable -> new Trouble("unreadable", said, Reach.PHASE, null);
        };
    }
}
