package io.tidemark.collect.demo;

import io.tidemark.collect.simulator.PostTruth;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/// The counters of a post at any time: as they stood at its last reading, and before and after on its curve, never
/// falling. Since what was read is part of it, a platform that tells it agrees with what was collected before.
///
/// @param reached the share of the post's curve that it had come along at its last reading; 0 where it was never read
/// @param shows how often the post was shown, of which every other number is a part or a consequence
/// @param parts metrics that are a fixed part of the shows
/// @param counts what people did
/// @param addedUp whether the platform adds up what people did
record Course(
        PlannedPost post,
        double reached,
        Leg shows,
        Map<Metric, Double> parts,
        Map<Metric, Leg> counts,
        boolean addedUp)
        implements PostTruth {
    Course {
        parts = Map.copyOf(parts);
        counts = Map.copyOf(counts);
    }

    /// A counter at the last reading, and what is still to come.
    record Leg(long before, long after) {}

    @Override
    public OptionalDouble value(Metric metric, Instant at) {
        double now = post.reachedAt(at);
        Double part = parts.get(metric);
        if (part != null) {
            return OptionalDouble.of(Math.floor(count(shows, now) * part));
        }
        if (metric == Metric.NATIVE_ENGAGEMENTS && addedUp) {
            return OptionalDouble.of(engagements(now));
        }
        Leg leg = counts.get(metric);
        return leg == null ? OptionalDouble.empty() : OptionalDouble.of(count(leg, now));
    }

    private double engagements(double now) {
        return counts.entrySet().stream()
                .filter(entry -> Engaging.METRICS.contains(entry.getKey()))
                .mapToDouble(entry -> count(entry.getValue(), now))
                .sum();
    }

    private double count(Leg leg, double now) {
        return now < reached
                ? Math.floor(leg.before() * now / reached)
                : leg.before() + Math.floor(leg.after() * (now - reached) / (1 - reached));
    }
}
