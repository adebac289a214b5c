package io.tidemark.collect.demo;

import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the platform's days were read: recent ones early and again when settled, older ones once.
final class DailyReadings {
    /// Before, only the settled reading was kept.
    private static final int READ_TWICE_DAYS = 42;
    /// Share of a day that its first reading misses, at most.
    private static final double LATE_SHARE = 0.12;
    private static final int RESTATED_DAYS_AGO = 24;
    private static final Duration RESTATED_AFTER = Duration.ofDays(10);
    private static final double RESTATED = 1.09;

    private final Profile profile;
    private final Window window;
    private final ZoneId zone;
    private final LocalDate restated;

    DailyReadings(Profile profile, Window window) {
        this.profile = profile;
        this.window = window;
        zone = profile.platform().bucketZone();
        restated = window.daysAgo(RESTATED_DAYS_AGO).atZone(zone).toLocalDate();
    }

    /// The share of a day that its first reading knows.
    double toldAtFirst(LocalDate day) {
        return 1 - LATE_SHARE * profile.dice("early/" + day).uniform();
    }

    /// A day as the platform tells it for good.
    Map<Metric, Double> inTheEnd(LocalDate day, Map<Metric, Double> values) {
        return isRestated(day) ? scaled(values, RESTATED) : values;
    }

    List<Observation> of(Map<LocalDate, Map<Metric, Double>> days) {
        List<Observation> readings = new ArrayList<>();
        days.forEach((day, values) -> {
            if (!lost(day)) {
                read(day, values, readings);
                if (isRestated(day)) {
                    Instant time = settled(day).plus(RESTATED_AFTER);
                    readings.add(observation(day, inTheEnd(day, values), time));
                }
            }
        });
        return readings;
    }

    private void read(LocalDate day, Map<Metric, Double> values, List<Observation> readings) {
        Instant settled = settled(day);
        Instant early = readable(end(day).plus(firstKnown()));
        boolean recent = early.isAfter(window.daysAgo(READ_TWICE_DAYS));
        if (recent && early.isBefore(settled) && !early.isAfter(window.end())) {
            readings.add(observation(day, scaled(values, toldAtFirst(day)), early));
        }
        if (!settled.isAfter(window.end())) {
            readings.add(observation(day, values, settled));
        }
    }

    private boolean isRestated(LocalDate day) {
        return day.equals(restated) && profile.platform() == Platform.LINKEDIN;
    }

    private boolean lost(LocalDate day) {
        return profile.outage().covers(day.atStartOfDay(zone).toInstant(), window);
    }

    private Instant settled(LocalDate day) {
        return readable(end(day).plus(Duration.ofDays(profile.platform().settleDays())));
    }

    /// The sync at which something is read that the platform has from an instant on.
    private Instant readable(Instant from) {
        Instant sync = window.syncFrom(from);
        return profile.outage().covers(sync, window)
                ? window.syncFrom(profile.outage().end(window))
                : sync;
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /// How long after a day's end the platform first says something about it.
    private Duration firstKnown() {
        return switch (profile.platform()) {
            case YOUTUBE -> Duration.ofHours(50);
            case LINKEDIN, INSTAGRAM, TIKTOK, PINTEREST -> Duration.ofHours(4);
            case X, FACEBOOK, THREADS, BLUESKY, MASTODON -> Duration.ofHours(1);
        };
    }

    private Observation observation(LocalDate day, Map<Metric, Double> values, Instant time) {
        return new Observation.OfDay(profile.account(), null, day, zone, MetricValues.of(values), time);
    }

    private static Map<Metric, Double> scaled(Map<Metric, Double> values, double factor) {
        Map<Metric, Double> scaled = new EnumMap<>(Metric.class);
        values.forEach((metric, value) -> scaled.put(metric, Math.floor(value * factor)));
        return scaled;
    }
}
