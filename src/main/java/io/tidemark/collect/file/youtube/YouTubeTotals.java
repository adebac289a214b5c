package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows of `Totals.csv`: days of the channel.
final class YouTubeTotals implements Reading.RowReader {
    private final Reading reading;
    private final SeenDays seen;
    private final List<YouTubeMetric> metrics;
    private final String series;
    private final Map<YouTubeMetric, Double> sums = new HashMap<>();

    YouTubeTotals(Reading reading, Header header, SeenDays seen) {
        this.reading = reading;
        this.seen = seen;
        this.metrics = YouTubeMetric.of(header);
        this.series = "totals " + metrics.stream().map(YouTubeMetric::key).toList();
    }

    /// Sums over the days of what adds.
    Map<YouTubeMetric, Double> sums() {
        return sums;
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = line.requiredDay("date", DayStyle.ISO);
        YouTubeRow row = YouTubeRow.of(line, metrics);
        if (!seen.add(series, day)) {
            return Outcome.DUPLICATE;
        }
        row.values().forEach((metric, value) -> {
            if (metric.adds()) {
                sums.merge(metric, value, Double::sum);
            }
        });
        List<Observation> observations =
                new ArrayList<>(row.nativeBreakdowns(reading, "total", "day", new Period(day, day)));
        MetricValues known = row.known();
        if (!known.isEmpty()) {
            observations.add(new Observation.OfDay(
                    reading.account(), null, day, Platform.YOUTUBE.bucketZone(), known, reading.observedAt()));
        }
        boolean days = metrics.stream().anyMatch(metric -> metric.metric() != null);
        return new Outcome(days ? Outcome.Fate.DAY : Outcome.Fate.BREAKDOWN, observations);
    }
}
