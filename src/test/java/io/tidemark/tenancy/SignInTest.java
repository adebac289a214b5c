package io.tidemark.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.tenancy.SignIn.Outcome;
import io.tidemark.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String PASSWORD = "correct horse battery";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeRegistry registry = new FakeRegistry();
    private final Passwords passwords = new Passwords(new SecureRandom());
    private final SignIn signIn = new SignIn(registry, passwords, clock);

    SignInTest() {
        registry.createUser("me@example.com", passwords.hash(PASSWORD));
    }

    @Test
    void theEmailIsTakenHoweverItIsTyped() {
        assertThat(signIn.attempt(" Me@Example.com ", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        assertThat(signIn.attempt("me@example.com", "wrong one here"))
                .isEqualTo(signIn.attempt("nobody@example.com", "wrong one here"))
                .isEqualTo(new Outcome.WrongCredentials());
    }

    @Test
    void anUnknownUserTakesAsMuchWorkAsAKnownOne() {
        long known = nanos("me@example.com");
        long unknown = nanos("nobody@example.com");

        // Without the same work the unknown user would be hundreds of times faster.
        assertThat(unknown).isGreaterThan(known / 20);
    }

    @Test
    void tenFailuresCloseTheDoorForAQuarterOfAnHour() {
        fail(10);
        clock.advance(Duration.ofMinutes(14));
        assertThat(signIn.attempt("me@example.com", PASSWORD))
                .isEqualTo(new Outcome.TooManyAttempts(Duration.ofMinutes(1)));

        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn.attempt("me@example.com", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void anotherEmailIsNotConcerned() {
        registry.createUser("other@example.com", passwords.hash(PASSWORD));
        fail(11);

        assertThat(signIn.attempt("other@example.com", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void successForgetsTheFailures() {
        fail(9);
        assertThat(signIn.attempt("me@example.com", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
        fail(9);
        assertThat(signIn.attempt("me@example.com", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            Outcome ignored = signIn.attempt("me@example.com", "wrong one here");
        }
    }

    private long nanos(String email) {
        long start = System.nanoTime();
        Outcome ignored = signIn.attempt(email, "wrong one here");
        return System.nanoTime() - start;
    }
}
