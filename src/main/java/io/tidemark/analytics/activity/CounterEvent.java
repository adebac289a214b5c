package io.tidemark.analytics.activity;

import io.tidemark.metric.Metric;
import java.time.Instant;

/// That a counter fell by more than people take back.
///
/// @param at when the reading that shows the fall was taken
/// @param sourceId the source of that reading
/// @param amount by how much the counter changed: below zero
/// @param before what it was, at the last reading before that counts
/// @param formerSourceId the source of that reading
public record CounterEvent(
        Kind kind, Metric metric, Instant at, long sourceId, double amount, double before, long formerSourceId) {
    /// What became of the fall.
    public enum Kind {
        /// The next reading was back at 98 % of the value before: the reading counts for nothing.
        GLITCH,

        /// The next reading confirmed it: the platform corrected itself. No activity; the total is the lower one.
        RESTATEMENT,

        /// Nothing was read since. The value stands as the current one, but is no activity yet.
        SUSPECT
    }
}
