package io.tidemark.analytics;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a post's counters are now: per metric the newest reading that reported it and is not a glitch.
///
/// A counter that falls by more than people take back (2, or one in a hundred) is suspect; it was a glitch when the
/// next reading is back at 98 % of the value before. A fall that the next reading confirms, or that nothing follows,
/// stands.
///
/// @param origins the reading that each metric's value came from
public record CurrentValues(MetricValues values, Map<Metric, Reading> origins) {
    private static final double TAKEN_BACK_COUNT = 2;
    private static final double TAKEN_BACK_SHARE = 0.01;
    private static final double RECOVERED = 0.98;

    /// @param history oldest first
    public static CurrentValues of(List<Reading> history) {
        MetricValues.Builder values = MetricValues.builder();
        Map<Metric, Reading> origins = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            List<Reading> reporting =
                    history.stream().filter(r -> r.values().has(metric)).toList();
            if (!reporting.isEmpty()) {
                Reading newest = newestSound(reporting, metric);
                values.put(metric, newest.values().orNaN(metric));
                origins.put(metric, newest);
            }
        }
        return new CurrentValues(values.build(), origins);
    }

    private static Reading newestSound(List<Reading> readings, Metric metric) {
        Reading sound = readings.getFirst();
        for (int i = 1; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            boolean followed = i + 1 < readings.size();
            if (!followed || !isGlitch(sound, reading, readings.get(i + 1), metric)) {
                sound = reading;
            }
        }
        return sound;
    }

    private static boolean isGlitch(Reading before, Reading reading, Reading after, Metric metric) {
        double level = before.values().orNaN(metric);
        double drop = level - reading.values().orNaN(metric);
        boolean suspect = drop > Math.max(TAKEN_BACK_COUNT, TAKEN_BACK_SHARE * level);
        return suspect && after.values().orNaN(metric) >= RECOVERED * level;
    }
}
