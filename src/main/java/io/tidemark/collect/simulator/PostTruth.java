package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.OptionalDouble;

/// What is true of a post's numbers, whatever a platform tells of them.
@FunctionalInterface
public interface PostTruth {
    /// A counter at an instant after publication; empty where the post has none. Never falls.
    OptionalDouble value(Metric metric, Instant at);
}
