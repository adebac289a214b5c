package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;

/// Durations as the formulas have them.
final class Hours {
    private static final double MILLIS = 3_600_000;

    private Hours() {}

    static double between(Instant from, Instant to) {
        return of(Duration.between(from, to));
    }

    static double of(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    static Duration duration(double hours) {
        return Duration.ofMillis(Math.round(hours * MILLIS));
    }
}
