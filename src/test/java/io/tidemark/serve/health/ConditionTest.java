package io.tidemark.serve.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.AccountHealth;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import io.tidemark.serve.health.Condition.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant TROUBLED = NOW.minus(Duration.ofHours(3));
    private static final Duration LONG = Duration.ofDays(100);

    @Test
    void itIsGoodOnceItWasReadAndBeginsBefore() {
        assertThat(condition(collecting(NOW), good(LONG), well()))
                .isEqualTo(new Condition(State.GOOD, null, null, null, null));
        assertThat(condition(collecting(null), good(LONG), well()).state()).isEqualTo(State.BEGINNING);
    }

    @Test
    void itWarnsFourteenDaysBeforeTheSignInEnds() {
        assertThat(condition(collecting(NOW), good(Duration.ofDays(14)), well()).state())
                .isEqualTo(State.GOOD);
        Condition soon = condition(collecting(NOW), good(Duration.ofDays(14).minusSeconds(1)), well());
        assertThat(soon.state()).isEqualTo(State.ENDS_SOON);
        assertThat(soon.advice()).contains("Sign in again before");
        assertThat(soon.needsSomebody()).isFalse();
        assertThat(condition(collecting(NOW), good(null), well()).state()).isEqualTo(State.GOOD);
    }

    @Test
    void aSignInThatIsOverNeedsSomebody() {
        Condition ended = condition(collecting(NOW), good(Duration.ZERO), well());
        assertThat(ended.state()).isEqualTo(State.SIGN_IN_AGAIN);
        assertThat(ended.problem())
                .isEqualTo(new Told("The sign-in has ended.", "{\"code\":\"sign_in_ended\",\"values\":{}}"));
        assertThat(ended.since()).isEqualTo(NOW);
        assertThat(ended.advice()).isEqualTo("Sign in again.");
        assertThat(ended.needsSomebody()).isTrue();

        Condition gone = condition(
                collecting(NOW),
                connection(Connection.Status.SIGN_IN_AGAIN, "You changed your password.", LONG),
                troubled("sign_in_gone"));
        assertThat(gone.state()).isEqualTo(State.SIGN_IN_AGAIN);
        assertThat(gone.problem()).hasToString("You changed your password.");
        assertThat(gone.since()).isEqualTo(TROUBLED);
    }

    @Test
    void aSignInThatWasMendedBeginsAnew() {
        assertThat(condition(collecting(NOW), good(LONG), troubled("sign_in_gone")))
                .isEqualTo(new Condition(State.BEGINNING, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate_limited   | WAITING  | Nothing: it goes on by itself.
            quota_spent    | WAITING  | Wait, or allow more
            unavailable    | TROUBLED | Nothing: it goes on by itself.
            not_permitted  | TROUBLED | Sign in again and agree
            misconfigured  | TROUBLED | Whoever runs the server
            unreadable     | TROUBLED | a newer version of Tidemark
            not_found      | TROUBLED | Look at the platform
            internal_error | TROUBLED | Nothing: it goes on by itself.
            """)
    void whatTheNewestRunMetIsToldWithWhatToDo(String fault, State state, String advice) {
        Condition condition = condition(collecting(NOW), good(LONG), troubled(fault));
        assertThat(condition.state()).isEqualTo(state);
        assertThat(condition.fault()).isEqualTo(fault);
        assertThat(condition.problem()).hasToString("The platform said so.");
        assertThat(condition.since()).isEqualTo(TROUBLED);
        assertThat(condition.advice()).contains(advice);
    }

    @Test
    void anAccountWhoseTurnDoesNotComeIsInTrouble() {
        Duration six = Duration.ofHours(6);
        Instant due = NOW;
        assertThat(Condition.of(collecting(NOW), good(LONG), Login.WARNED, well(), due.plus(six))
                        .state())
                .isEqualTo(State.GOOD);
        Condition late = Condition.of(
                collecting(NOW), good(LONG), Login.WARNED, well(), due.plus(six).plusSeconds(1));
        assertThat(late.state()).isEqualTo(State.TROUBLED);
        assertThat(late.since()).isEqualTo(due);
    }

    @Test
    void whatSomebodyStoppedIsNoTrouble() {
        Condition paused =
                condition(account(LiveAccount.Status.PAUSED, NOW), good(Duration.ofDays(3)), troubled("unavailable"));
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.needsSomebody()).isTrue();
        assertThat(condition(account(LiveAccount.Status.DISCONNECTED, NOW), good(LONG), well())
                        .state())
                .isEqualTo(State.DISCONNECTED);
        assertThat(condition(collecting(NOW), null, well()).state()).isEqualTo(State.DISCONNECTED);
    }

    private static Condition condition(LiveAccount account, @Nullable Connection connection, AccountHealth health) {
        return Condition.of(account, connection, Login.WARNED, health, NOW);
    }

    private static Connection good(@Nullable Duration left) {
        return connection(Connection.Status.GOOD, null, left);
    }

    private static Connection connection(Connection.Status status, @Nullable String said, @Nullable Duration left) {
        Instant end = left == null ? null : NOW.plus(left);
        SealedGrant grant = new SealedGrant(new byte[0], Set.of(), NOW, null, null, end);
        return new Connection(
                2001, "fake", "Acme", grant, status, said == null ? null : new Told(said, null), null, NOW);
    }

    private static LiveAccount collecting(@Nullable Instant lastSuccess) {
        return account(LiveAccount.Status.COLLECTING, lastSuccess);
    }

    private static LiveAccount account(LiveAccount.Status status, @Nullable Instant lastSuccess) {
        AccountKey key = new AccountKey(Platform.INSTAGRAM, "acme", "Acme", List.of());
        return new LiveAccount(
                1007,
                2001,
                "fake",
                "101",
                "",
                key,
                false,
                null,
                status,
                new Told("The platform said so.", null),
                new LiveAccount.Progress(null, null, null, null, null, null),
                NOW,
                lastSuccess,
                0,
                NOW);
    }

    private static AccountHealth well() {
        return health(null, null);
    }

    private static AccountHealth troubled(String fault) {
        return health(fault, TROUBLED);
    }

    private static AccountHealth health(@Nullable String fault, @Nullable Instant since) {
        return new AccountHealth(1007, 0, 0, fault, since, null, Set.of(), List.of());
    }
}
