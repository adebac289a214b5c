package io.tidemark.collect.demo;

import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How many follow an account from day to day: a log-normal walk.
final class Followers {
    private static final double DAYS_OF_YEAR = 365;
    private static final double UNREST = 0.0012;
    /// Share of the followers that leaves on an average day and comes back as others.
    private static final double CHURN = 0.0004;

    private final Profile profile;
    private final Window window;
    private final LocalDate first;
    private final List<Double> levels = new ArrayList<>();

    Followers(Profile profile, Window window) {
        this.profile = profile;
        this.window = window;
        first = day(window.planStart()).minusDays(1);
        Audience audience = profile.audience();
        double drift = Math.log(audience.yearlyGrowth()) / DAYS_OF_YEAR;
        long before = first.until(day(window.start()), ChronoUnit.DAYS);
        double log = Math.log(audience.start()) - drift * before;
        Dice dice = profile.dice("followers");
        for (LocalDate day = first; !day.isAfter(day(window.end()).plusDays(1)); day = day.plusDays(1)) {
            levels.add(Math.exp(log));
            log += drift + UNREST * dice.gaussian();
        }
    }

    double at(LocalDate day) {
        int place = Math.toIntExact(day.toEpochDay() - first.toEpochDay());
        return levels.get(Math.clamp(place, 0, levels.size() - 1));
    }

    /// New followers of a day; those who left are not subtracted.
    double expectedGain(LocalDate day) {
        double net = at(day.plusDays(1)) - at(day);
        return Math.max(0, net) + CHURN * at(day);
    }

    /// The level once a day, but for an outage.
    List<Observation> readings() {
        List<Observation> readings = new ArrayList<>();
        for (Instant sync = window.syncFrom(window.start());
                !sync.isAfter(window.end());
                sync = sync.plus(Duration.ofDays(1))) {
            if (!profile.outage().covers(sync, window)) {
                readings.add(reading(sync, at(day(sync))));
            }
        }
        window.refreshes().forEach(refresh -> readings.add(reading(refresh, at(refresh))));
        return readings;
    }

    private Observation reading(Instant time, double level) {
        double told = Telling.rounded(profile.platform(), Metric.FOLLOWERS, Math.rint(level));
        return new Observation.OfAccount(profile.account(), MetricValues.of(Map.of(Metric.FOLLOWERS, told)), time);
    }

    /// On the way from the level of one daily sync to that of the next.
    double at(Instant instant) {
        Instant next = window.syncFrom(instant);
        double part = 1
                - Duration.between(instant, next).toSeconds()
                        / (double) Duration.ofDays(1).toSeconds();
        LocalDate after = day(next);
        return at(after.minusDays(1)) * (1 - part) + at(after) * part;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
