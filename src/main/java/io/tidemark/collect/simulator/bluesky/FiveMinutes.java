package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.Answer;
import java.time.Clock;
import java.time.Instant;

/// So many calls from one address in five minutes. Each answer says how many are left.
final class FiveMinutes {
    private static final int WINDOW = 300;
    private static final int SHIPPED = 3000;

    private final Clock clock;
    private int limit = SHIPPED;
    private long window;
    private int calls;
    private long refused;

    FiveMinutes(Clock clock) {
        this.clock = clock;
    }

    synchronized void limit(int callsInFiveMinutes) {
        limit = callsInFiveMinutes;
    }

    synchronized long refused() {
        return refused;
    }

    /// False where nothing is left.
    synchronized boolean take() {
        long now = clock.instant().getEpochSecond() / WINDOW;
        if (now != window) {
            window = now;
            calls = 0;
        }
        if (calls >= limit) {
            refused++;
            return false;
        }
        calls++;
        return true;
    }

    synchronized Answer told(Answer answer) {
        return answer.with("RateLimit-Limit", Integer.toString(limit))
                .with("RateLimit-Remaining", Integer.toString(limit - calls))
                .with("RateLimit-Reset", Long.toString(end().getEpochSecond()))
                .with("RateLimit-Policy", limit + ";w=" + WINDOW);
    }

    private Instant end() {
        return Instant.ofEpochSecond((window + 1) * WINDOW);
    }
}
