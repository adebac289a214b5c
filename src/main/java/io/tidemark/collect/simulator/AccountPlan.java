package io.tidemark.collect.simulator;

import io.tidemark.metric.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How an account behaves.
///
/// @param externalId what the platform calls it
/// @param postsPerDay on average
/// @param past how long it has been posting when the world begins
/// @param followers when the world begins
/// @param kinds what it posts
public record AccountPlan(
        String externalId,
        String handle,
        String name,
        double postsPerDay,
        Duration past,
        double followers,
        List<Kind> kinds) {
    public AccountPlan {
        kinds = List.copyOf(kinds);
    }

    /// A kind of post.
    ///
    /// @param share how often it comes, against the others
    /// @param halfLifeHours after which half of all that will happen has happened
    /// @param typical final counters of a typical post; a metric that is not here has no counter
    public record Kind(String name, double share, double halfLifeHours, Map<Metric, Double> typical) {
        public Kind {
            typical = Map.copyOf(typical);
        }
    }
}
