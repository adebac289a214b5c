package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rows of the sheets of days: what was seen of a person's posts, and who began to follow.
final class ProfileDays {
    private static final Map<String, Metric> SEEN = Map.of(
            "impressions", Metric.IMPRESSIONS,
            "engagements", Metric.NATIVE_ENGAGEMENTS);
    private static final Map<String, Metric> GAINED = Map.of("new followers", Metric.FOLLOWS);

    private final Reading reading;
    private final DayStyle style;
    private final Set<String> seen = new HashSet<>();
    private final Map<Metric, Double> sums = new EnumMap<>(Metric.class);
    private long rows;

    ProfileDays(Reading reading, DayStyle style) {
        this.reading = reading;
        this.style = style;
    }

    Outcome impressions(Line line) {
        Outcome outcome = day(line, SEEN);
        rows += outcome.fate() == Outcome.Fate.DAY ? 1 : 0;
        return outcome;
    }

    Outcome followers(Line line) {
        return day(line, GAINED);
    }

    /// Days of impressions and engagements so far.
    long rows() {
        return rows;
    }

    /// The sum over the days so far; 0 where none has the metric.
    double sum(Metric metric) {
        return sums.getOrDefault(metric, 0.0);
    }

    private Outcome day(Line line, Map<String, Metric> columns) {
        LocalDate day = line.requiredDay("date", style);
        MetricValues.Builder read = MetricValues.builder();
        columns.forEach((column, metric) -> line.count(column).ifPresent(value -> read.put(metric, value)));
        if (!seen.add(day + " " + columns.keySet())) {
            return Outcome.DUPLICATE;
        }
        MetricValues values = read.build();
        values.present().forEach(metric -> sums.merge(metric, values.orNaN(metric), Double::sum));
        List<Observation> observations = values.isEmpty()
                ? List.of()
                : List.of(new Observation.OfDay(
                        reading.account(), null, day, Platform.LINKEDIN.bucketZone(), values, reading.observedAt()));
        return new Outcome(Outcome.Fate.DAY, observations);
    }
}
