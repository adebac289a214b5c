package io.tidemark.tenancy;

import io.tidemark.ledger.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Signing in with e-mail and password. Guessing is slowed down per e-mail, whether or not such a user exists.
public final class SignIn {
    /// Failures in a row after which an e-mail must wait.
    public static final int MOST_FAILURES = 10;

    /// How long it must wait.
    public static final Duration WAIT = Duration.ofMinutes(15);

    private final Registry registry;
    private final Passwords passwords;
    private final Attempts attempts;

    public SignIn(Registry registry, Passwords passwords, Clock clock) {
        this.registry = registry;
        this.passwords = passwords;
        attempts = new Attempts(MOST_FAILURES, WAIT, clock);
    }

    /// What came of an attempt.
    public sealed interface Outcome {
        record SignedIn(User user) implements Outcome {}

        /// No such user, or not the password: which one is not told.
        record WrongCredentials() implements Outcome {}

        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    public Outcome attempt(String typedEmail, String password) {
        String email = typedEmail.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = attempts.begin(email);
        if (wait.isPresent()) {
            return new Outcome.TooManyAttempts(wait.get());
        }
        Optional<User> user = registry.findUser(email);
        if (user.isEmpty()) {
            passwords.pretendToMatch(password);
            return new Outcome.WrongCredentials();
        }
        if (!passwords.matches(password, user.get().passwordHash())) {
            return new Outcome.WrongCredentials();
        }
        attempts.succeeded(email);
        return new Outcome.SignedIn(user.get());
    }
}
