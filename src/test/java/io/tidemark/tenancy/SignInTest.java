package io.tidemark.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.tenancy.SignIn.Outcome;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest {
    private static final String PASSWORD = "correct horse battery";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeRegistry registry = new FakeRegistry();
    private final CountingEncoder encoder = new CountingEncoder();
    private final Passwords passwords = new Passwords(encoder);
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
        Outcome known = signIn.attempt("me@example.com", "wrong one here");
        assertThat(encoder.checks).isEqualTo(1);

        Outcome unknown = signIn.attempt("nobody@example.com", "wrong one here");

        assertThat(encoder.checks).isEqualTo(2);
        assertThat(unknown).isEqualTo(known);
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

    /// bcrypt that counts how often it is asked.
    private static final class CountingEncoder implements PasswordEncoder {
        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        private int checks;

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            checks++;
            return bcrypt.matches(password, hash);
        }
    }
}
