package io.tidemark.collect.simulator.youtube;

import io.tidemark.metric.Platform;
import java.time.Clock;
import java.time.LocalDate;

/// The units of an app, which are whole again at midnight in California.
final class Units {
    private static final int SHIPPED = 10_000;

    private final Clock clock;
    private int limit = SHIPPED;
    private int used;
    private int most;
    private long refused;
    private LocalDate day;

    Units(Clock clock) {
        this.clock = clock;
        day = today();
    }

    synchronized void limit(int units) {
        limit = units;
    }

    /// False where nothing is left.
    synchronized boolean take() {
        if (!today().equals(day)) {
            day = today();
            used = 0;
        }
        if (used >= limit) {
            refused++;
            return false;
        }
        used++;
        most = Math.max(most, used);
        return true;
    }

    /// How many were used on the day on which most were.
    synchronized int most() {
        return most;
    }

    synchronized long refused() {
        return refused;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Platform.YOUTUBE.bucketZone());
    }
}
