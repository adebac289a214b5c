package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The limits of one sign-in: nothing is called that a platform has asked not to be called yet, by whichever process.
final class Gates {
    private static final Sentence USED = Sentence.of("limit_used", "The platform's limit is {share} used.");

    /// Share of an allowance from which calls stop before the platform refuses them.
    private static final double FULL = 0.95;
    private static final Duration UNTOLD = Duration.ofMinutes(15);
    /// By how much a share has moved before it is told again.
    private static final double STEP = 0.01;

    private final CallGates gates;
    private final String app;
    private final String signIn;
    private final Map<String, Double> told = new HashMap<>();

    Gates(CallGates gates, String app, long businessId, long connectionId) {
        this.gates = gates;
        this.app = CallGates.app(app);
        signIn = CallGates.signIn(businessId, connectionId);
    }

    /// @throws CallFailed where a gate is closed
    void check(String endpoint, Instant now) {
        Map<String, CallGates.Closed> closed = gates.closed(List.of(app, signIn, gate(endpoint)), now);
        for (Fault.Scope scope : List.of(Fault.Scope.APP, Fault.Scope.ACCOUNT, Fault.Scope.ENDPOINT)) {
            CallGates.Closed gate = closed.get(name(scope, endpoint));
            if (gate != null) {
                throw new CallFailed(new Fault.RateLimited(gate.said().again(), scope, gate.until()));
            }
        }
    }

    /// Closes what the platform has refused.
    ///
    /// @return until when
    Instant limited(Fault.RateLimited fault, String endpoint, Instant now) {
        return close(name(fault.scope(), endpoint), fault.until(), fault.said(), now);
    }

    /// @return until when the whole app waits
    Instant spent(Fault.QuotaSpent fault, Instant now) {
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant until = fault.until();
        return close(app, until == null ? midnight : until, fault.said(), now);
    }

    void note(Allowance allowance, Instant now) {
        String endpoint = allowance.endpoint();
        String gate = name(allowance.scope(), endpoint == null ? "" : endpoint);
        tell(gate, allowance, now);
        if (allowance.used() >= FULL) {
            Said said = USED.said(Map.of("share", Value.percent(allowance.used())));
            Instant ignored = close(gate, allowance.resetsAt(), said, now);
        }
    }

    /// Every answer says it; people need not know to the call.
    private void tell(String gate, Allowance allowance, Instant now) {
        Double before = told.get(gate);
        if (before == null || Math.abs(allowance.used() - before) >= STEP) {
            told.put(gate, allowance.used());
            gates.tell(new CallGates.Used(gate, allowance.used(), allowance.resetsAt(), now));
        }
    }

    private Instant close(String gate, @Nullable Instant until, Said said, Instant now) {
        Instant end = until != null && until.isAfter(now) ? until : now.plus(UNTOLD);
        gates.close(new CallGates.Closed(gate, end, Told.of(said)), now);
        return end;
    }

    private String name(Fault.Scope scope, String endpoint) {
        return switch (scope) {
            case APP -> app;
            case ACCOUNT -> signIn;
            case ENDPOINT -> gate(endpoint);
        };
    }

    private String gate(String endpoint) {
        return signIn + " " + endpoint;
    }
}
