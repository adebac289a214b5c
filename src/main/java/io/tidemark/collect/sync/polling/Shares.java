package io.tidemark.collect.sync.polling;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Half of an equal share of a pool for everybody who has something to read (deficit round robin): a hard end to
/// starvation. What nobody claims goes back.
final class Shares {
    private static final double HALF = 0.5;
    private final Map<String, Double> credits = new HashMap<>();
    private final double most;

    /// @param perHour of the pool
    /// @param hours since the last time
    /// @param largest reading that may be claimed
    Shares(Map<String, Double> before, Set<String> wanting, double perHour, double hours, double largest) {
        double share = wanting.isEmpty() ? 0 : HALF * perHour / wanting.size();
        most = Math.max(share, largest);
        wanting.forEach(who -> credits.put(who, Math.min(most, before.getOrDefault(who, 0.0) + share * hours)));
    }

    boolean entitled(String who, double cost) {
        return credits.getOrDefault(who, 0.0) >= cost;
    }

    void used(String who, double cost) {
        credits.computeIfPresent(who, (same, credit) -> Math.max(-most, credit - cost));
    }

    Map<String, Double> left() {
        return credits;
    }
}
