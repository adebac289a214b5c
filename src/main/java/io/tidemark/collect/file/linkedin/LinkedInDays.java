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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Rows of the sheet of days. Values may be negative: LinkedIn takes back what it counted on earlier days.
final class LinkedInDays implements Reading.RowReader {
    private static final Map<String, Metric> TOTALS = Map.of(
            "impressions (total)", Metric.IMPRESSIONS,
            "impressions (organic)", Metric.IMPRESSIONS_ORGANIC,
            "impressions (sponsored)", Metric.IMPRESSIONS_PAID,
            "unique impressions (organic)", Metric.REACH,
            "clicks (total)", Metric.CLICKS,
            "reactions (total)", Metric.REACTIONS,
            "comments (total)", Metric.COMMENTS,
            "reposts (total)", Metric.SHARES);
    /// Impressions are left out: their parts are metrics of their own.
    private static final Map<String, Metric> PARTS = Map.of(
            "clicks", Metric.CLICKS,
            "reactions", Metric.REACTIONS,
            "comments", Metric.COMMENTS,
            "reposts", Metric.SHARES);
    private static final List<String> DELIVERIES = List.of("organic", "sponsored");

    private final Reading reading;
    private final EngagementCheck check;
    private final Set<LocalDate> seen = new HashSet<>();

    LinkedInDays(Reading reading) {
        this.reading = reading;
        this.check = new EngagementCheck(reading.tally());
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = line.requiredDay("date", DayStyle.MONTH_DAY_YEAR);
        MetricValues values = values(line);
        List<Observation> observations = new ArrayList<>(deliveries(line, day));
        OptionalDouble rate = line.decimal("engagement rate (total)");
        if (!seen.add(day)) {
            return Outcome.DUPLICATE;
        }
        check.compare(line, rate, values);
        if (!values.isEmpty()) {
            observations.addFirst(new Observation.OfDay(
                    reading.account(), null, day, Platform.LINKEDIN.bucketZone(), values, reading.observedAt()));
        }
        return new Outcome(Outcome.Fate.DAY, observations);
    }

    private static MetricValues values(Line line) {
        MetricValues.Builder values = MetricValues.builder();
        TOTALS.forEach((column, metric) -> line.count(column).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private List<Observation> deliveries(Line line, LocalDate day) {
        List<Observation> parts = new ArrayList<>();
        for (String delivery : DELIVERIES) {
            PARTS.forEach((column, metric) -> line.count(column + " (" + delivery + ")")
                    .ifPresent(value -> parts.add(new Observation.OfBreakdown(
                            reading.account(),
                            "delivery",
                            delivery,
                            metric.key(),
                            day,
                            day,
                            value,
                            reading.observedAt()))));
        }
        return parts;
    }
}
