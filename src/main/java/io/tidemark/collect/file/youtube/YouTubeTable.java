package io.tidemark.collect.file.youtube;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenKeys;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of `Table data.csv`: sums over the selected period, of at most 500 videos, countries or the like, after a row
/// with the total over all of them.
final class YouTubeTable implements Reading.RowReader {
    private static final Sentence TOP_ROWS = Sentence.of(
            "import_top_rows", "\"{part}\" lists the top rows only (\"{words}\"): the rest is in its total alone.");
    private static final Sentence NO_PERIOD = Sentence.of(
            "import_no_period",
            "\"{part}\" does not say which period it covers, so its numbers are kept as a breakdown and not as counters of the videos: import the whole zip that YouTube Studio made.");
    private static final Sentence NO_PUBLISH_TIME = Sentence.of(
            "import_no_publish_time",
            "\"{part}\" gives no publish time in row {row}, so it cannot be told whether the period covers the video's whole life: the numbers are kept as a breakdown.");
    private static final Sentence OLDER_VIDEO = Sentence.of(
            "import_older_video",
            "\"{part}\" covers {from} to {to}, but the video in row {row} was published before, on {day}: its numbers are kept as a breakdown of the period; export \"Lifetime\" for counters.");

    private final Reading reading;
    private final Header header;
    private final Optional<Period> period;
    private final Set<String> described;
    private final String dimension;
    private final List<YouTubeMetric> metrics;
    private final SeenKeys seen = new SeenKeys();
    private final Map<YouTubeMetric, Double> sums = new HashMap<>();
    private final Map<YouTubeMetric, Long> counts = new HashMap<>();
    private Map<YouTubeMetric, Double> stated = Map.of();

    /// @param described takes the ids of the videos that are handed on
    YouTubeTable(Reading reading, Header header, Optional<Period> period, Set<String> described) {
        this.reading = reading;
        this.header = header;
        this.period = period;
        this.described = described;
        this.dimension = YouTubeNames.dimension(header).orElseThrow();
        this.metrics = YouTubeMetric.of(header);
    }

    @Override
    public Outcome read(Line line) {
        if (YouTubeNames.isFooter(line.row())) {
            reading.tally()
                    .warn(
                            "footer " + header.part().name(),
                            TOP_ROWS.said(Map.of(
                                    "part", Value.name(header.part().name()),
                                    "words",
                                            Value.quote(String.join(
                                                    "",
                                                    line.row().cells().stream()
                                                            .map(Cell::stripped)
                                                            .toList())))));
            return new Outcome(Outcome.Fate.TOTAL, List.of());
        }
        if (isTotal(line)) {
            return total(line);
        }
        return dimension.equals("content") ? video(line) : other(line);
    }

    /// Hands the stated totals beside the sums of the rows to the tally.
    ///
    /// @return the stated totals of what adds
    Map<YouTubeMetric, Double> finish() {
        Map<YouTubeMetric, Double> adding = new HashMap<>();
        for (YouTubeMetric metric : metrics) {
            Double value = stated.get(metric);
            if (value != null && metric.adds()) {
                adding.put(metric, value);
                reading.tally()
                        .total(StatedTotal.of(
                                header.part().name(),
                                metric.key(),
                                value,
                                sums.getOrDefault(metric, 0.0),
                                counts.getOrDefault(metric, 0L)));
            }
        }
        return adding;
    }

    private boolean isTotal(Line line) {
        boolean alone = !line.text("video title").isPresent()
                && !line.text("video publish time").isPresent();
        return alone && line.cell(dimension).stripped().equalsIgnoreCase("total");
    }

    private Outcome total(Line line) {
        YouTubeRow row = YouTubeRow.of(line, metrics);
        if (!seen.add("total")) {
            return Outcome.DUPLICATE;
        }
        stated = row.values();
        return new Outcome(
                Outcome.Fate.TOTAL,
                row.breakdowns(reading, "total", YouTubeNames.slug(dimension), period.orElse(null)));
    }

    private Outcome other(Line line) {
        String key = line.text(dimension).orElseThrow(() -> line.bad(dimension, Reason.NO_SUBJECT.said()));
        YouTubeRow row = YouTubeRow.of(line, metrics);
        if (!seen.add("row " + key)) {
            return Outcome.DUPLICATE;
        }
        add(row);
        return new Outcome(
                Outcome.Fate.BREAKDOWN,
                row.breakdowns(reading, YouTubeNames.slug(dimension), key, period.orElse(null)));
    }

    private Outcome video(Line line) {
        YouTubeVideo video = YouTubeVideo.of(line);
        YouTubeRow row = YouTubeRow.of(line, metrics);
        if (!seen.add("row " + video.id())) {
            return Outcome.DUPLICATE;
        }
        add(row);
        described.add(video.id());
        return new Outcome(
                Outcome.Fate.POST, coversLifetime(video, line) ? lifetime(video, row) : ofPeriod(video, row));
    }

    private void add(YouTubeRow row) {
        row.values().forEach((metric, value) -> {
            sums.merge(metric, value, Double::sum);
            counts.merge(metric, 1L, Long::sum);
        });
    }

    /// The counters of a video since its publication, as of the end of the period.
    private List<Observation> lifetime(YouTubeVideo video, YouTubeRow row) {
        Instant end = period.orElseThrow().endIn(Platform.YOUTUBE.bucketZone());
        Instant at = end.isBefore(reading.observedAt()) ? end : reading.observedAt();
        List<Observation> observations =
                new ArrayList<>(row.nativeBreakdowns(reading, "content", video.id(), period.orElse(null)));
        observations.addFirst(video.observed(reading.account(), row.known(), at));
        return observations;
    }

    /// What happened inside the period is no counter: the next reading would seem to fall or to rise for no reason.
    private List<Observation> ofPeriod(YouTubeVideo video, YouTubeRow row) {
        List<Observation> observations =
                new ArrayList<>(row.breakdowns(reading, "content", video.id(), period.orElse(null)));
        observations.addFirst(video.observed(reading.account(), MetricValues.NONE, reading.observedAt()));
        return observations;
    }

    private boolean coversLifetime(YouTubeVideo video, Line line) {
        if (period.isEmpty()) {
            warn("period", NO_PERIOD.said(Map.of("part", part())));
            return false;
        }
        if (video.publishedOn().isEmpty()) {
            warn(
                    "unpublished",
                    NO_PUBLISH_TIME.said(Map.of("part", part(), "row", Value.name(Long.toString(line.number())))));
            return false;
        }
        if (period.get().from().isAfter(video.publishedOn().get())) {
            warn(
                    "older",
                    OLDER_VIDEO.said(Map.of(
                            "part", part(),
                            "from", Value.name(period.get().from().toString()),
                            "to", Value.name(period.get().to().toString()),
                            "row", Value.name(Long.toString(line.number())),
                            "day", Value.name(video.publishedOn().get().toString()))));
            return false;
        }
        return true;
    }

    private Value part() {
        return Value.name(header.part().name());
    }

    private void warn(String about, Said sentence) {
        reading.tally().warn(about + " " + header.part().name(), sentence);
    }
}
