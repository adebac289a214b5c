package io.tidemark.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Trailing means of consecutive days: the mean of a day is that of the days that end with it, as long as a day with no
/// value is not among them. Leaving such a day out would let a gap in collecting look like a change.
final class MovingAverage {
    private MovingAverage() {}

    /// @param days in order without gaps, the first `over - 1` of which only lead to the others
    /// @param over how many days a mean is of; at least 1
    static List<TrendsAnswer.Average> of(List<TrendsAnswer.Point> days, int over) {
        List<TrendsAnswer.Average> averages = new ArrayList<>(days.size());
        for (int end = over; end <= days.size(); end++) {
            averages.add(of(days.subList(end - over, end)));
        }
        return averages;
    }

    private static TrendsAnswer.Average of(List<TrendsAnswer.Point> days) {
        TrendsAnswer.Point last = days.getLast();
        Map<String, @Nullable Double> means = new LinkedHashMap<>();
        for (String metric : last.metrics().keySet()) {
            if (!metric.equals(TrendsRequest.ENGAGEMENT_RATE)) {
                means.put(metric, mean(days, metric));
            }
        }
        return new TrendsAnswer.Average(last.date(), means);
    }

    private static @Nullable Double mean(List<TrendsAnswer.Point> days, String metric) {
        double sum = 0;
        for (TrendsAnswer.Point day : days) {
            TrendsAnswer.Value value = day.metrics().get(metric);
            if (value == null || value.value() == null) {
                return null;
            }
            sum += value.value();
        }
        return sum / days.size();
    }
}
