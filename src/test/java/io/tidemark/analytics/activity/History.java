package io.tidemark.analytics.activity;

import io.tidemark.frame.Reading;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A post's history by hand, and what became of it.
final class History {
    private final List<Reading> readings = new ArrayList<>();
    private @Nullable Instant published;
    private boolean knownFromStart;
    private Platform platform = Platform.INSTAGRAM;
    private ContentType type = ContentType.IMAGE;

    /// What a day was told to be.
    record Day(Map<Metric, Long> thousandths, boolean estimated, boolean unfinished, boolean imported) {
        /// Null where nothing is known.
        @Nullable
        Double of(Metric metric) {
            Long value = thousandths.get(metric);
            return value == null ? null : Double.valueOf(value / 1000.0);
        }
    }

    static History published(String at) {
        History history = new History();
        history.published = Instant.parse(at);
        return history;
    }

    static History unpublished() {
        return new History();
    }

    History knownFromStart() {
        knownFromStart = true;
        return this;
    }

    History on(Platform where, ContentType what) {
        platform = where;
        type = what;
        return this;
    }

    /// @param pairs a metric and its value, and so on
    History read(String at, Object... pairs) {
        return read(Instant.parse(at), pairs);
    }

    /// What an export file says.
    History file(String at, Object... pairs) {
        return read(Instant.parse(at), true, pairs);
    }

    History read(Instant at, Object... pairs) {
        return read(at, false, pairs);
    }

    private History read(Instant at, boolean imported, Object... pairs) {
        MetricValues.Builder values = MetricValues.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((Metric) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        readings.add(new Reading(at, readings.size() + 1L, imported, values.build()));
        return this;
    }

    List<Reading> readings() {
        return readings;
    }

    PostActivity activity(String zone) {
        return PostActivity.of(new PostCounters(platform, type, published, knownFromStart, readings), ZoneId.of(zone));
    }

    /// By epoch day.
    Map<Integer, Day> days(String zone) {
        TreeMap<Integer, Day> days = new TreeMap<>();
        activity(zone)
                .forEachDay((day, thousandths, estimated, unfinished, imported) ->
                        days.put(day, new Day(known(thousandths), estimated, unfinished, imported)));
        return days;
    }

    private static Map<Metric, Long> known(long[] thousandths) {
        Map<Metric, Long> known = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            long value = thousandths[metric.ordinal()];
            if (value != PostActivity.UNKNOWN) {
                known.put(metric, value);
            }
        }
        return known;
    }
}
