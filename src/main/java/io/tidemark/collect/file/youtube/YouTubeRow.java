package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The numbers of one row.
record YouTubeRow(Map<YouTubeMetric, Double> values) {
    static YouTubeRow of(Line line, List<YouTubeMetric> metrics) {
        Map<YouTubeMetric, Double> values = new LinkedHashMap<>();
        for (YouTubeMetric metric : metrics) {
            metric.read(line).ifPresent(value -> values.put(metric, value));
        }
        return new YouTubeRow(values);
    }

    /// Those that the dictionary knows.
    MetricValues known() {
        MetricValues.Builder builder = MetricValues.builder();
        values.forEach((metric, value) -> {
            if (metric.metric() != null) {
                builder.put(metric.metric(), value);
            }
        });
        return builder.build();
    }

    List<Observation> breakdowns(Reading reading, String dimension, String key, @Nullable Period period) {
        return breakdowns(reading, dimension, key, period, _ -> true);
    }

    /// Those that only YouTube knows.
    List<Observation> nativeBreakdowns(Reading reading, String dimension, String key, @Nullable Period period) {
        return breakdowns(reading, dimension, key, period, metric -> metric.metric() == null);
    }

    private List<Observation> breakdowns(
            Reading reading, String dimension, String key, @Nullable Period period, Predicate<YouTubeMetric> which) {
        List<Observation> breakdowns = new ArrayList<>();
        values.forEach((metric, value) -> {
            if (which.test(metric)) {
                breakdowns.add(new Observation.OfBreakdown(
                        reading.account(),
                        dimension,
                        key,
                        metric.key(),
                        period == null ? null : period.from(),
                        period == null ? null : period.to(),
                        value,
                        reading.observedAt()));
            }
        });
        return breakdowns;
    }
}
