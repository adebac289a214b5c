package io.tidemark.collect.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// So many calls in each window, the windows cut at whole multiples of their length since 1970.
public final class WindowQuota {
    private final Clock clock;
    private final int limit;
    private final Duration window;
    private Instant windowEnd = Instant.EPOCH;
    private int used;
    private long refused;

    public WindowQuota(Clock clock, int limit, Duration window) {
        this.clock = clock;
        this.limit = limit;
        this.window = window;
    }

    /// False where nothing is left.
    public synchronized boolean take() {
        roll();
        if (used >= limit) {
            refused++;
            return false;
        }
        used++;
        return true;
    }

    public synchronized int remaining() {
        roll();
        return limit - used;
    }

    public int limit() {
        return limit;
    }

    public synchronized Instant resetsAt() {
        roll();
        return windowEnd;
    }

    /// How often a call came though nothing was left.
    public synchronized long refused() {
        return refused;
    }

    private void roll() {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnd)) {
            long length = window.toSeconds();
            windowEnd = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length + length);
            used = 0;
        }
    }
}
