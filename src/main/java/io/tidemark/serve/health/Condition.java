package io.tidemark.serve.health;

import io.tidemark.ledger.AccountHealth;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.Told;
import io.tidemark.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an account stands, in words.
///
/// @param fault the kind of what is wrong, as runs have it; null where it is none of a run
/// @param problem what is wrong; null where nothing is
/// @param since since when, as far as that is known
/// @param advice what to do; null where there is nothing to do
record Condition(
        State state,
        @Nullable String fault,
        @Nullable Told problem,
        @Nullable Instant since,
        @Nullable String advice) {
    private static final Sentence DISCONNECTED = Sentence.of("account_disconnected", "It is not collected any more.");
    private static final Sentence PAUSED = Sentence.of("account_paused", "It is paused.");
    private static final Sentence ENDED = Sentence.of("sign_in_ended", "The sign-in has ended.");
    private static final Sentence NOT_WELL = Sentence.of("last_run_not_well", "The last run did not go well.");
    private static final Sentence LATE_TURN = Sentence.of("turn_has_not_come", "Its turn has not come.");
    private static final Sentence ENDS_SOON = Sentence.of("sign_in_ends_soon", "The sign-in ends soon.");

    /// By how much a turn may be late while much is to be done.
    private static final Duration LATE = Duration.ofHours(6);
    private static final String SIGN_IN_GONE = "sign_in_gone";
    private static final String WAIT = "Nothing: it goes on by itself.";

    enum State {
        GOOD,
        /// It has not been read yet, or not since its sign-in was mended.
        BEGINNING,
        ENDS_SOON,
        /// Nothing is called before a limit opens.
        WAITING,
        TROUBLED,
        SIGN_IN_AGAIN,
        PAUSED,
        DISCONNECTED
    }

    /// @param warned how long before the sign-in ends people are warned of it
    static Condition of(
            LiveAccount account, @Nullable Connection connection, Duration warned, AccountHealth health, Instant now) {
        if (account.status() == LiveAccount.Status.DISCONNECTED || connection == null) {
            return new Condition(
                    State.DISCONNECTED, null, Told.of(DISCONNECTED.said()), null, "Choose it again to go on.");
        }
        if (account.status() == LiveAccount.Status.PAUSED) {
            return new Condition(
                    State.PAUSED, null, Told.of(PAUSED.said()), null, "Resume it on the page of connections.");
        }
        Condition over = signInOver(connection, health, now);
        if (over != null) {
            return over;
        }
        Condition trouble = trouble(account, health, now);
        return trouble != null ? trouble : well(account, connection, warned, health, now);
    }

    private static @Nullable Condition signInOver(Connection connection, AccountHealth health, Instant now) {
        if (connection.status() == Connection.Status.SIGN_IN_AGAIN) {
            Told said = Objects.requireNonNullElseGet(connection.said(), () -> Told.of(Connection.NOT_TAKEN.said()));
            return new Condition(State.SIGN_IN_AGAIN, null, said, health.troubledSince(), "Sign in again.");
        }
        Instant end = connection.grant().endsAt();
        return end == null || now.isBefore(end)
                ? null
                : new Condition(State.SIGN_IN_AGAIN, null, Told.of(ENDED.said()), end, "Sign in again.");
    }

    private static @Nullable Condition trouble(LiveAccount account, AccountHealth health, Instant now) {
        String fault = health.fault();
        if (fault != null && !mended(health)) {
            boolean waits = fault.equals("rate_limited") || fault.equals("quota_spent");
            Told said = Objects.requireNonNullElseGet(account.said(), () -> Told.of(NOT_WELL.said()));
            return new Condition(
                    waits ? State.WAITING : State.TROUBLED, fault, said, health.troubledSince(), advice(fault));
        }
        return account.dueAt().plus(LATE).isBefore(now)
                ? new Condition(
                        State.TROUBLED,
                        null,
                        Told.of(LATE_TURN.said()),
                        account.dueAt(),
                        "Whoever runs the server must look into its log.")
                : null;
    }

    private static Condition well(
            LiveAccount account, Connection connection, Duration warned, AccountHealth health, Instant now) {
        Instant end = connection.grant().endsAt();
        if (end != null && now.plus(warned).isAfter(end)) {
            return new Condition(
                    State.ENDS_SOON,
                    null,
                    Told.of(ENDS_SOON.said()),
                    null,
                    "Sign in again before, so that no day is missed.");
        }
        boolean begins = account.lastSuccessAt() == null || mended(health);
        return new Condition(begins ? State.BEGINNING : State.GOOD, null, null, null, null);
    }

    /// A sign-in that a run found gone, and that is good now.
    private static boolean mended(AccountHealth health) {
        return SIGN_IN_GONE.equals(health.fault());
    }

    /// Whether nothing goes on before a person does something.
    boolean needsSomebody() {
        return state == State.SIGN_IN_AGAIN || state == State.PAUSED || state == State.DISCONNECTED;
    }

    /// The kinds are those of runs.
    private static String advice(String fault) {
        return switch (fault) {
            case "not_permitted" -> "Sign in again and agree to all that is asked for.";
            case "misconfigured" -> "Whoever runs the server must mend the platform's app.";
            case "quota_spent" -> "Wait, or allow more where the budget is yours.";
            case "unreadable" ->
                "Look for a newer version of Tidemark: the platform's answers have changed. They are kept for inspection.";
            case "not_found" -> "Look at the platform whether the account is still there.";
            default -> WAIT;
        };
    }
}
