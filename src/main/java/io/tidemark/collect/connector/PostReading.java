package io.tidemark.collect.connector;

import io.tidemark.ledger.Absence;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.Map;

/// What the platform says about a post's numbers.
public sealed interface PostReading {
    /// @param values cumulative since publication; what was not told is missing
    /// @param absences why something is missing, where the platform says so
    record Values(MetricValues values, Map<Metric, Absence> absences) implements PostReading {
        public Values {
            absences = Map.copyOf(absences);
        }

        public Values(MetricValues values) {
            this(values, Map.of());
        }
    }

    /// The platform says that there is no such post.
    record Gone() implements PostReading {}
}
