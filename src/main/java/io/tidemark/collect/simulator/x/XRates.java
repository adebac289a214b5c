package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.WindowQuota;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// So many calls of an endpoint by a person in a quarter of an hour.
final class XRates {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Integer> limits =
            new ConcurrentHashMap<>(Map.of(XSimulator.ME, 75, XSimulator.TIMELINE, 900, XSimulator.LOOKUP, 5000));
    private final Map<String, WindowQuota> quotas = new HashMap<>();

    XRates(Clock clock) {
        this.clock = clock;
    }

    void limit(String endpoint, int calls) {
        limits.put(endpoint, calls);
    }

    synchronized WindowQuota of(String endpoint, String person) {
        return quotas.computeIfAbsent(
                endpoint + " " + person, _ -> new WindowQuota(clock, limits.getOrDefault(endpoint, 900), WINDOW));
    }

    /// How often a call came though nothing was left.
    synchronized long refused() {
        return quotas.values().stream().mapToLong(WindowQuota::refused).sum();
    }

    static Answer marked(Answer answer, WindowQuota quota) {
        return answer.with("x-rate-limit-limit", Integer.toString(quota.limit()))
                .with("x-rate-limit-remaining", Integer.toString(quota.remaining()))
                .with("x-rate-limit-reset", Long.toString(quota.resetsAt().getEpochSecond()));
    }
}
