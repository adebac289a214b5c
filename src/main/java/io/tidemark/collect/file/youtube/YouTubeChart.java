package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rows of `Chart data.csv`: days of the top series only, so that they never add up to the channel.
final class YouTubeChart implements Reading.RowReader {
    private final Reading reading;
    private final SeenDays seen;
    private final Set<String> described;
    private final String dimension;
    private final List<YouTubeMetric> metrics;
    private final String series;

    /// @param described ids of the videos that were handed on before
    YouTubeChart(Reading reading, Header header, SeenDays seen, Set<String> described) {
        this.reading = reading;
        this.seen = seen;
        this.described = described;
        this.dimension = YouTubeNames.dimension(header).orElseThrow();
        this.metrics = YouTubeMetric.of(header);
        this.series = dimension + " " + metrics.stream().map(YouTubeMetric::key).toList() + " ";
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = line.requiredDay("date", DayStyle.ISO);
        return dimension.equals("content") ? ofVideo(line, day) : ofOther(line, day);
    }

    private Outcome ofOther(Line line, LocalDate day) {
        String key = line.text(dimension).orElseThrow(() -> line.bad(dimension, Reason.NO_SUBJECT.said()));
        YouTubeRow row = YouTubeRow.of(line, metrics);
        if (!seen.add(series + key, day)) {
            return Outcome.DUPLICATE;
        }
        return new Outcome(
                Outcome.Fate.BREAKDOWN,
                row.breakdowns(reading, YouTubeNames.slug(dimension), key, new Period(day, day)));
    }

    private Outcome ofVideo(Line line, LocalDate day) {
        YouTubeVideo video = YouTubeVideo.of(line);
        YouTubeRow row = YouTubeRow.of(line, metrics);
        if (!seen.add(series + video.id(), day)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> observations = new ArrayList<>();
        if (described.add(video.id())) {
            observations.add(video.observed(reading.account(), MetricValues.NONE, reading.observedAt()));
        }
        observations.addAll(row.nativeBreakdowns(reading, "content", video.id(), new Period(day, day)));
        MetricValues known = row.known();
        if (!known.isEmpty() && !isBeforePublication(video, day, row)) {
            observations.add(new Observation.OfDay(
                    reading.account(), video.alias(), day, Platform.YOUTUBE.bucketZone(), known, reading.observedAt()));
        }
        boolean days = metrics.stream().anyMatch(metric -> metric.metric() != null);
        return new Outcome(days ? Outcome.Fate.DAY : Outcome.Fate.BREAKDOWN, observations);
    }

    /// The chart fills the days before a video existed with zeros, which nobody has observed.
    private static boolean isBeforePublication(YouTubeVideo video, LocalDate day, YouTubeRow row) {
        return video.publishedOn().filter(day::isBefore).isPresent()
                && row.values().values().stream().allMatch(value -> value == 0);
    }
}
