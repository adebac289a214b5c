package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/// Each counter grows towards a final value, fast at first.
///
/// @param halfLifeHours after which half of all that will happen has happened
record GrownPost(Instant publishedAt, double halfLifeHours, Map<Metric, Double> finals) implements PostTruth {
    GrownPost {
        finals = Map.copyOf(finals);
    }

    @Override
    public OptionalDouble value(Metric metric, Instant at) {
        Double whole = finals.get(metric);
        return whole == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(whole * grown(Duration.between(publishedAt, at)));
    }

    /// Share of the final value that is reached at an age: log-logistic, so that half is there at the half-life and a
    /// long tail follows.
    private double grown(Duration age) {
        double x = Math.pow(age.toMillis() / 3_600_000.0 / halfLifeHours, 1.2);
        return x / (1 + x);
    }
}
