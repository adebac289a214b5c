package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Rows of the sheet of new followers. "Total" is the sum of the ways in which they came, not the number of followers.
final class FollowerDays implements Reading.RowReader {
    private static final Sentence OTHER_SUM = Sentence.of(
            "import_follower_parts", "{place} states {total} new followers where its parts add up to {sum}.");

    static final String TOTAL = "total followers";
    static final Set<String> REQUIRED = Set.of("date", "organic followers", TOTAL);
    private static final Map<String, String> PARTS = Map.of(
            "organic followers", "organic",
            "sponsored followers", "sponsored",
            "auto-invited followers", "auto_invited");

    private final Reading reading;
    private final Set<LocalDate> seen = new HashSet<>();

    FollowerDays(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = line.requiredDay("date", DayStyle.MONTH_DAY_YEAR);
        OptionalDouble total = line.count(TOTAL);
        List<Observation> observations = new ArrayList<>();
        double sum = 0;
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            OptionalDouble gain = line.count(part.getKey());
            if (gain.isPresent()) {
                sum += gain.getAsDouble();
                observations.add(new Observation.OfBreakdown(
                        reading.account(),
                        "delivery",
                        part.getValue(),
                        Metric.FOLLOWS.key(),
                        day,
                        day,
                        gain.getAsDouble(),
                        reading.observedAt()));
            }
        }
        if (!seen.add(day)) {
            return Outcome.DUPLICATE;
        }
        if (total.isPresent()) {
            check(line, total.getAsDouble(), sum);
            observations.addFirst(new Observation.OfDay(
                    reading.account(),
                    null,
                    day,
                    Platform.LINKEDIN.bucketZone(),
                    MetricValues.builder()
                            .put(Metric.FOLLOWS, total.getAsDouble())
                            .build(),
                    reading.observedAt()));
        }
        return new Outcome(Outcome.Fate.DAY, observations);
    }

    /// Where the parts do not add up, LinkedIn has a part that is not known here, or the column means something else.
    private void check(Line line, double total, double sum) {
        if (total != sum) {
            reading.tally()
                    .warn(
                            "parts " + line.header().part().name(),
                            OTHER_SUM.said(Map.of(
                                    "place",
                                    line.place(),
                                    "total",
                                    Value.name(Long.toString((long) total)),
                                    "sum",
                                    Value.name(Long.toString((long) sum)))));
        }
    }
}
