package io.tidemark.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Slows down guessing: after some failures in a row, whatever is guessed at must wait.
final class Attempts {
    private static final long MOST_KEYS = 10_000;

    private final int mostFailures;
    private final Duration wait;
    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();

    Attempts(int mostFailures, Duration wait, Clock clock) {
        this.mostFailures = mostFailures;
        this.wait = wait;
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /// Counts an attempt as failed until [#succeeded] says otherwise: so attempts made at the same time cannot slip
    /// past the limit while each is being checked.
    ///
    /// @param key what is guessed at
    /// @return how long to wait, where there were too many; else empty
    Optional<Duration> begin(String key) {
        Instant now = clock.instant();
        Failures counted = failures.asMap().compute(key, (same, before) -> next(before, now));
        return counted.count() > mostFailures
                ? Optional.of(Duration.between(now, counted.last().plus(wait)))
                : Optional.empty();
    }

    void succeeded(String key) {
        failures.invalidate(key);
    }

    private Failures next(@Nullable Failures before, Instant now) {
        if (before == null || !now.isBefore(before.last().plus(wait))) {
            return new Failures(1, now);
        }
        if (before.count() >= mostFailures) {
            return new Failures(mostFailures + 1, before.last());
        }
        return new Failures(before.count() + 1, now);
    }
}
