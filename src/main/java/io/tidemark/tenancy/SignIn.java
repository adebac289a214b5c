package io.tidemark.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidemark.ledger.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signing in with e-mail and password. Guessing is slowed down per e-mail, whether or not such a user exists.
public final class SignIn {
    /// Failures in a row after which an e-mail must wait.
    public static final int MOST_FAILURES = 10;

    /// How long it must wait.
    public static final Duration WAIT = Duration.ofMinutes(15);

    private static final long MOST_EMAILS = 10_000;

    private final Registry registry;
    private final Passwords passwords;
    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST_EMAILS).build();

    public SignIn(Registry registry, Passwords passwords, Clock clock) {
        this.registry = registry;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// What came of an attempt.
    public sealed interface Outcome {
        record SignedIn(User user) implements Outcome {}

        /// No such user, or not the password: which one is not told.
        record WrongCredentials() implements Outcome {}

        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    private record Failures(int count, Instant last) {}

    public Outcome attempt(String typedEmail, String password) {
        String email = typedEmail.strip().toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        // Counted before the slow check, so that attempts made at the same time cannot slip past the limit.
        Failures counted = failures.asMap().compute(email, (key, before) -> next(before, now));
        if (counted.count() > MOST_FAILURES) {
            return new Outcome.TooManyAttempts(
                    Duration.between(now, counted.last().plus(WAIT)));
        }
        Optional<User> user = registry.findUser(email);
        if (user.isEmpty()) {
            passwords.pretendToMatch(password);
            return new Outcome.WrongCredentials();
        }
        if (!passwords.matches(password, user.get().passwordHash())) {
            return new Outcome.WrongCredentials();
        }
        failures.invalidate(email);
        return new Outcome.SignedIn(user.get());
    }

    private static Failures next(@Nullable Failures before, Instant now) {
        if (before == null || !now.isBefore(before.last().plus(WAIT))) {
            return new Failures(1, now);
        }
        if (before.count() >= MOST_FAILURES) {
            return new Failures(MOST_FAILURES + 1, before.last());
        }
        return new Failures(before.count() + 1, now);
    }
}
