package io.tidemark.collect.simulator.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// So many calls of an endpoint in any sixty seconds. Nothing says how many are left.
final class MinuteQuota {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int SHIPPED = 600;

    private final Clock clock;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private int limit = SHIPPED;
    private long refused;

    MinuteQuota(Clock clock) {
        this.clock = clock;
    }

    synchronized void limit(int callsInMinute) {
        limit = callsInMinute;
    }

    /// False where nothing is left.
    synchronized boolean take(String endpoint) {
        Instant now = clock.instant();
        Deque<Instant> last = calls.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
        while (!last.isEmpty() && !last.peekFirst().isAfter(now.minus(WINDOW))) {
            last.removeFirst();
        }
        if (last.size() >= limit) {
            refused++;
            return false;
        }
        last.addLast(now);
        return true;
    }

    synchronized long refused() {
        return refused;
    }
}
