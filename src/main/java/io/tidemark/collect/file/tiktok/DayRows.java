package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.SeenDays;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Rows of days of an account, of whatever table.
final class DayRows implements Reading.RowReader {
    private static final Map<String, Metric> METRICS = new TreeMap<>(Map.of(
            "video views", Metric.VIDEO_VIEWS,
            "profile views", Metric.PROFILE_VISITS,
            "likes", Metric.LIKES,
            "comments", Metric.COMMENTS,
            "shares", Metric.SHARES,
            "reached audience", Metric.REACH,
            "total viewers", Metric.REACH,
            "new followers", Metric.FOLLOWS));
    private static final Set<String> NATIVES = Set.of(
            "new viewers",
            "returning viewers",
            "net growth",
            "lost followers",
            "engaged audience",
            "phone number clicks",
            "leads submission");

    private final Reading reading;
    private final Years years;
    private final SeenDays seen;
    private final String table;

    /// @param seen days of the tables that were read before; takes those of this one
    DayRows(Reading reading, Header header, Years years, SeenDays seen) {
        this.reading = reading;
        this.years = years;
        this.seen = seen;
        this.table = String.join(",", header.names());
    }

    static boolean isKnown(String column) {
        return METRICS.containsKey(column)
                || NATIVES.contains(column)
                || column.equals("date")
                || column.equals("followers");
    }

    @Override
    public Outcome read(Line line) {
        LocalDate day = years.dayOf(line);
        List<Observation> observations = new ArrayList<>();
        MetricValues values = values(line);
        if (!values.isEmpty()) {
            observations.add(new Observation.OfDay(
                    reading.account(), null, day, Platform.TIKTOK.bucketZone(), values, reading.observedAt()));
        }
        line.count("followers").ifPresent(level -> observations.add(level(day, level)));
        for (String column : line.header().names()) {
            if (NATIVES.contains(column)) {
                line.count(column).ifPresent(value -> observations.add(part(column, day, value)));
            }
        }
        return seen.add(table, day) ? new Outcome(Outcome.Fate.DAY, observations) : Outcome.DUPLICATE;
    }

    private static MetricValues values(Line line) {
        MetricValues.Builder values = MetricValues.builder();
        METRICS.forEach((column, metric) -> line.count(column).ifPresent(value -> values.put(metric, value)));
        return values.build();
    }

    private Observation level(LocalDate day, double followers) {
        return new Observation.OfAccount(
                reading.account(),
                MetricValues.of(Map.of(Metric.FOLLOWERS, followers)),
                reading.levelOf(day, Platform.TIKTOK.bucketZone()));
    }

    private Observation part(String column, LocalDate day, double value) {
        return new Observation.OfBreakdown(
                reading.account(),
                "total",
                "day",
                "tiktok." + column.replace(' ', '_'),
                day,
                day,
                value,
                reading.observedAt());
    }
}
