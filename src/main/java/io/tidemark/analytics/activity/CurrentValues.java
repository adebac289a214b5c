package io.tidemark.analytics.activity;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a post's counters are now: per metric the newest reading that reported it and is not a glitch
/// ([CounterEvent.Kind]). A fall that the next reading confirms, or that nothing follows, stands.
///
/// @param origins the reading that each metric's value came from
public record CurrentValues(MetricValues values, Map<Metric, Reading> origins) {
    private static final Metric[] METRICS = Metric.values();

    /// @param history oldest first
    public static CurrentValues of(List<Reading> history) {
        MetricValues.Builder values = MetricValues.builder();
        Map<Metric, Reading> origins = new LinkedHashMap<>();
        int reported = PostCounters.reported(history);
        for (Metric metric : METRICS) {
            Reading newest = MetricValues.isIn(metric, reported) ? newest(history, metric) : null;
            if (newest != null) {
                values.put(metric, newest.values().orNaN(metric));
                origins.put(metric, newest);
            }
        }
        return new CurrentValues(values.build(), origins);
    }

    /// The newest reading is never a glitch: a fall is suspect until the next one tells what it was, and till then it
    /// is what the platform says.
    private static @Nullable Reading newest(List<Reading> history, Metric metric) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).values().has(metric)) {
                return history.get(i);
            }
        }
        return null;
    }
}
