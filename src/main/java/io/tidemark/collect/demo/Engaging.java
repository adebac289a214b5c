package io.tidemark.collect.demo;

import io.tidemark.metric.Metric;
import java.util.Set;

/// What platforms add up as engagements.
final class Engaging {
    static final Set<Metric> METRICS =
            Set.of(Metric.LIKES, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES, Metric.REPOSTS, Metric.SAVES);

    private Engaging() {}
}
