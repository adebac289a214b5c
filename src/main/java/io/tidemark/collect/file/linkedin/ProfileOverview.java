package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rows of the first sheet: totals of the whole period, each below the other. The header is the title of the sheet.
final class ProfileOverview implements Reading.RowReader {
    static final Sentence NOT_KNOWN = Sentence.of("import_row_not_known", "{place} is not known: \"{written}\".");

    private static final Map<String, Metric> METRICS = Map.of(
            "impressions", Metric.IMPRESSIONS,
            "members reached", Metric.REACH,
            "engagements", Metric.NATIVE_ENGAGEMENTS,
            "new followers", Metric.FOLLOWS);

    private final Reading reading;
    private final Optional<Period> period;
    private final ProfileDays days;

    /// @param days the days of the same period, read before
    ProfileOverview(Reading reading, Optional<Period> period, ProfileDays days) {
        this.reading = reading;
        this.period = period;
        this.days = days;
    }

    @Override
    public Outcome read(Line line) {
        String title = line.header().names().getFirst();
        String written = line.cell(title).stripped();
        Metric metric = METRICS.get(LinkedInNames.VOCABULARY.canonical(written));
        if (metric == null) {
            reading.tally()
                    .warn(
                            "overview " + written,
                            NOT_KNOWN.said(Map.of("place", line.place(), "written", Value.name(written))));
            return Outcome.NOTE;
        }
        OptionalDouble value = line.count(line.header().names().get(1));
        value.ifPresent(stated -> compare(line, metric, stated));
        List<Observation> observations = value.isEmpty()
                ? List.of()
                : List.of(new Observation.OfBreakdown(
                        reading.account(),
                        "total",
                        "period",
                        metric.key(),
                        period.map(Period::from).orElse(null),
                        period.map(Period::to).orElse(null),
                        value.getAsDouble(),
                        reading.observedAt()));
        return new Outcome(Outcome.Fate.TOTAL, observations);
    }

    /// People do not add up over days, so that there is nothing to compare reach with.
    private void compare(Line line, Metric metric, double stated) {
        if (metric == Metric.IMPRESSIONS && days.rows() > 0) {
            reading.tally()
                    .total(StatedTotal.of(
                            line.header().part().name(), metric.key(), stated, days.sum(metric), days.rows()));
        }
    }
}
