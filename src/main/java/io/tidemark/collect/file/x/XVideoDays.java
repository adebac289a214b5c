package io.tidemark.collect.file.x;

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
import java.util.OptionalDouble;
import java.util.Set;

/// Rows of the days of all videos of an account.
final class XVideoDays implements Reading.RowReader {
    static final Set<String> COLUMNS =
            Set.of("date", "video views", "watch time (ms)", "video completion rate", "average watch time (ms)");
    private static final double MILLIS = 1000;

    private final Reading reading;
    private final Set<LocalDate> seen = new HashSet<>();

    XVideoDays(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Outcome read(Line line) {
        if (line.row().width() <= 1) {
            // The title of the table below.
            return Outcome.NOTE;
        }
        LocalDate day = line.requiredDay("date", DayStyle.ENGLISH_MONTH);
        MetricValues.Builder values = MetricValues.builder();
        line.count("video views").ifPresent(views -> values.put(Metric.VIDEO_VIEWS, views));
        line.decimal("watch time (ms)").ifPresent(time -> values.put(Metric.WATCH_TIME_SECONDS, time / MILLIS));
        MetricValues known = values.build();
        List<Observation> observations = new ArrayList<>();
        if (!known.isEmpty()) {
            observations.add(new Observation.OfDay(
                    reading.account(), null, day, Platform.X.bucketZone(), known, reading.observedAt()));
        }
        addPart(observations, day, "x.video_completion_rate_percent", line.decimal("video completion rate"), 1);
        addPart(observations, day, "x.average_watch_time_seconds", line.decimal("average watch time (ms)"), MILLIS);
        return seen.add(day) ? new Outcome(Outcome.Fate.DAY, observations) : Outcome.DUPLICATE;
    }

    private void addPart(List<Observation> parts, LocalDate day, String metric, OptionalDouble value, double unit) {
        value.ifPresent(number -> parts.add(new Observation.OfBreakdown(
                reading.account(), "total", "day", metric, day, day, number / unit, reading.observedAt())));
    }
}
