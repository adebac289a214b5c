package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.WindowQuota;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// So many calls of each resource and person in a day of UTC, of which answers say nothing.
final class DailyQuotas {
    private static final int SHIPPED = 100_000;

    private final Clock clock;
    private final Map<String, Integer> limits = new ConcurrentHashMap<>();
    private final Map<String, WindowQuota> quotas = new ConcurrentHashMap<>();

    DailyQuotas(Clock clock) {
        this.clock = clock;
    }

    void limit(String endpoint, int calls) {
        limits.put(endpoint, calls);
    }

    void take(String endpoint, String person) {
        WindowQuota quota = quotas.computeIfAbsent(
                endpoint + " " + person,
                name -> new WindowQuota(clock, limits.getOrDefault(endpoint, SHIPPED), Duration.ofDays(1)));
        if (!quota.take()) {
            throw Refusal.throttled();
        }
    }

    long refused() {
        return quotas.values().stream().mapToLong(WindowQuota::refused).sum();
    }
}
