package io.tidemark.collect.demo;

import io.tidemark.collect.simulator.PostTruth;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/// The counters of a post at any time: as they stood at its last reading, and before and after on its curve, never
/// falling. Since what was read is part of it, a platform that tells it agrees with what was collected before.
///
/// @param present how far the post had come at its last reading
/// @param late how far as to what its platform told late by then
/// @param kept the share of the shows that the platform has not taken back
/// @param parts metrics that are a fixed part of the shows
/// @param counts what people did
/// @param addedUp whether the platform adds up what people did
record Course(
        Platform platform,
        PlannedPost post,
        Stage present,
        Stage late,
        double kept,
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

    /// Where a post is on its way.
    ///
    /// @param reached the share of the post's curve that it has come along; 0 where it was never read
    /// @param shows how often the post was shown, of which every other number is a part or a consequence
    record Stage(double reached, Leg shows) {
        private double count(Leg leg, double now) {
            return now < reached
                    ? Math.floor(leg.before() * now / reached)
                    : leg.before() + Math.floor(leg.after() * (now - reached) / (1 - reached));
        }
    }

    @Override
    public OptionalDouble value(Metric metric, Instant at) {
        double now = post.reachedAt(at);
        Stage stage = Telling.isLate(platform, metric) ? late : present;
        Double part = parts.get(metric);
        if (part != null) {
            return OptionalDouble.of(Math.floor(stage.count(stage.shows(), now) * kept * part));
        }
        if (metric == Metric.NATIVE_ENGAGEMENTS && addedUp) {
            return OptionalDouble.of(engagements(now));
        }
        Leg leg = counts.get(metric);
        return leg == null ? OptionalDouble.empty() : OptionalDouble.of(stage.count(leg, now));
    }

    private double engagements(double now) {
        return counts.entrySet().stream()
                .filter(entry -> Engaging.METRICS.contains(entry.getKey()))
                .mapToDouble(entry -> present.count(entry.getValue(), now))
                .sum();
    }
}
