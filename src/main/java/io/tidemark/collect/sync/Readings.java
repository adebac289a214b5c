package io.tidemark.collect.sync;

import io.tidemark.collect.connector.PostReading;
import io.tidemark.ledger.Absence;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was said of posts by all routes that take them, by external id.
final class Readings {
    private final Map<String, Read> readings = new LinkedHashMap<>();

    /// What was said of a post, and when it was said last.
    record Read(PostReading reading, Instant at) {}

    void add(Map<String, PostReading> answer, Instant at) {
        answer.forEach((externalId, reading) -> add(externalId, reading, at));
    }

    /// @param at to the second: finer than that no platform tells
    void add(String externalId, PostReading reading, Instant at) {
        readings.merge(
                externalId,
                new Read(reading, at.truncatedTo(ChronoUnit.SECONDS)),
                (before, now) -> new Read(both(before.reading(), now.reading()), now.at()));
    }

    Map<String, Read> all() {
        return readings;
    }

    /// What two routes say of a post. That it is gone outweighs numbers.
    private static PostReading both(PostReading before, PostReading now) {
        if (before instanceof PostReading.Values(MetricValues first, Map<Metric, Absence> firstAbsent)
                && now instanceof PostReading.Values(MetricValues second, Map<Metric, Absence> secondAbsent)) {
            MetricValues.Builder values = MetricValues.builder();
            second.present().forEach(metric -> values.put(metric, second.orNaN(metric)));
            first.present().forEach(metric -> values.put(metric, first.orNaN(metric)));
            Map<Metric, Absence> absent = new EnumMap<>(Metric.class);
            absent.putAll(firstAbsent);
            absent.putAll(secondAbsent);
            MetricValues all = values.build();
            absent.keySet().removeIf(all::has);
            return new PostReading.Values(all, absent);
        }
        return before instanceof PostReading.Gone ? before : now;
    }
}
