package io.tidemark.serve.health;

import io.tidemark.ledger.CallGates;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Told;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a platform's own limits leave to a sign-in, as far as the platform says.
///
/// @param closed what may not be called now
/// @param used how much of which limit is used
record Limits(List<Closed> closed, List<Used> used) {
    static final Limits UNTOLD = new Limits(List.of(), List.of());

    record Closed(Instant until, Told said) {}

    /// @param endpoint which is limited; null where all calls are
    /// @param share 0 to 1
    /// @param resetsAt when it is whole again; null where the platform does not say
    record Used(
            Of of,
            @Nullable String endpoint,
            double share,
            @Nullable Instant resetsAt,
            Instant toldAt) {}

    /// Whose limit it is.
    enum Of {
        APP,
        SIGN_IN,
        ENDPOINT
    }

    static Limits of(long businessId, Connection signIn, List<CallGates.Closed> closed, List<CallGates.Used> told) {
        String app = CallGates.app(signIn.login());
        String own = CallGates.signIn(businessId, signIn.id());
        Predicate<String> meant = gate -> gate.equals(app) || gate.equals(own) || gate.startsWith(own + " ");
        return new Limits(
                closed.stream()
                        .filter(gate -> meant.test(gate.gate()))
                        .map(gate -> new Closed(gate.until(), gate.said()))
                        .toList(),
                told.stream()
                        .filter(gate -> meant.test(gate.gate()))
                        .map(gate -> used(gate, app, own))
                        .toList());
    }

    private static Used used(CallGates.Used told, String app, String own) {
        boolean whole = told.gate().equals(own);
        Of of = told.gate().equals(app) ? Of.APP : whole ? Of.SIGN_IN : Of.ENDPOINT;
        String endpoint = of == Of.ENDPOINT ? told.gate().substring(own.length() + 1) : null;
        return new Used(of, endpoint, told.used(), told.resetsAt(), told.toldAt());
    }
}
