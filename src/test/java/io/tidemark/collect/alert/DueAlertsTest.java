package io.tidemark.collect.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.AlertBook.Watched;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueAlertsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "P14DT1S, ",
        "P14D, connection 7 ends in 14 days",
        "P7DT1S, connection 7 ends in 14 days",
        "P7D, connection 7 ends in 7 days",
        "P1DT1S, connection 7 ends in 7 days",
        "P1D, connection 7 ends in 1 days",
        "PT1S, connection 7 ends in 1 days",
        "PT0S, connection 7 broken",
        "-P3D, connection 7 broken",
    })
    void aSignInIsWarnedOfThreeTimesBeforeItEnds(Duration left, @Nullable String key) {
        assertThat(keys(List.of(signIn(NOW.plus(left))), List.of())).isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void oneThatNeedsNobodyIsNotWarnedOf() {
        assertThat(keys(List.of(signIn(null)), List.of())).isEmpty();
    }

    @Test
    void whoseSignInIsBrokenIsToldOfOnceWithAllThatIsNotRead() {
        Watched silent = account(NOW.minus(Duration.ofDays(3)), null);

        List<Alert> due = DueAlerts.of(
                List.of(refused("The password was changed.")), List.of(silent), login -> Login.WARNED, NOW);

        assertThat(due).singleElement().isInstanceOfSatisfying(Alert.ConnectionBroken.class, broken -> {
            assertThat(broken.said()).hasToString("The password was changed.");
            assertThat(broken.accounts()).containsExactly(silent);
        });
    }

    @ParameterizedTest
    @CsvSource({"PT24H, true", "PT23H59M59S, false", "PT600H, true"})
    void anAccountIsSilentAfterADay(Duration silence, boolean due) {
        assertThat(keys(List.of(signIn(null)), List.of(account(NOW.minus(silence), null))))
                .isEqualTo(due ? List.of("account 3 silent") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // silence, how long before it the newest story was published, due
        "PT6H, PT1H, true",
        "PT5H59M59S, PT1H, false",
        "PT6H, PT17H59M, true",
        "PT6H, PT18H, false",
        "PT20H, PT17H59M, true",
        "PT23H, PT18H, false",
    })
    void withALiveStoryItIsSilentAfterSixHours(Duration silence, Duration before, boolean due) {
        Instant read = NOW.minus(silence);

        assertThat(keys(List.of(signIn(null)), List.of(account(read, read.minus(before)))))
                .isEqualTo(due ? List.of("account 3 silent") : List.of());
    }

    @Test
    void silenceCountsFromWhenSomebodyHadItCollectedAgain() {
        Instant longAgo = NOW.minus(Duration.ofDays(20));
        Watched resumed = new Watched(3, 7, Platform.X, "acme", null, NOW.minus(Duration.ofHours(23)), longAgo, null);
        Watched neverRead = new Watched(4, 7, Platform.X, "bolt", null, NOW.minus(Duration.ofHours(24)), null, null);

        assertThat(keys(List.of(signIn(null)), List.of(resumed, neverRead))).containsExactly("account 4 silent");
    }

    @Test
    void anAccountOfAnotherConnectionIsNotOfThisOne() {
        Watched other = new Watched(3, 8, Platform.X, "acme", null, Instant.EPOCH, null, null);

        assertThat(keys(List.of(signIn(NOW.plus(SECOND))), List.of(other)))
                .containsExactly("connection 7 ends in 1 days");
    }

    /// Of one that lasts for two weeks nobody is warned as soon as it is made.
    @ParameterizedTest
    @CsvSource({"P14D, ''", "P3DT1S, ''", "P3D, 3", "P1DT1S, 3", "P1D, 1"})
    void aShortSignInIsWarnedOfLater(Duration left, String days) {
        List<Alert> due = DueAlerts.of(
                List.of(signIn(NOW.plus(left))),
                List.of(),
                login -> Duration.ofDays(14).dividedBy(4),
                NOW);

        assertThat(due.stream().map(Alert::key))
                .containsExactlyElementsOf(
                        days.isEmpty() ? List.of() : List.of("connection 7 ends in " + days + " days"));
    }

    private static List<String> keys(List<Connection> connections, List<Watched> accounts) {
        return DueAlerts.of(connections, accounts, login -> Login.WARNED, NOW).stream()
                .map(Alert::key)
                .toList();
    }

    static Watched account(Instant readAt, @Nullable Instant story) {
        return new Watched(3, 7, Platform.INSTAGRAM, "acme", null, Instant.EPOCH, readAt, story);
    }

    static Connection signIn(@Nullable Instant endsAt) {
        return connection(endsAt, Connection.Status.GOOD, null);
    }

    static Connection refused(String said) {
        return connection(null, Connection.Status.SIGN_IN_AGAIN, said);
    }

    private static Connection connection(@Nullable Instant endsAt, Connection.Status status, @Nullable String said) {
        SealedGrant grant = new SealedGrant(new byte[1], Set.of(), Instant.EPOCH, null, null, endsAt);
        return new Connection(
                7, "facebook", "Acme", grant, status, said == null ? null : new Told(said, null), null, Instant.EPOCH);
    }
}
