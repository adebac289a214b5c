package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// The local midnights around now, in every zone that is asked for.
final class Midnights {
    /// How far from midnight a reading may be to count as one at midnight.
    static final Duration NEAR = Duration.ofMinutes(10);

    private final Instant now;
    private final Map<ZoneId, Around> zones = new HashMap<>();

    Midnights(Instant now) {
        this.now = now;
    }

    /// @param last whose time has come
    /// @param next the one after it
    record Around(Midnight last, Midnight next) {}

    /// @param day that begins then
    record Midnight(LocalDate day, Instant at, ZoneId zone) {
        Instant from() {
            return at.minus(NEAR);
        }

        Instant by() {
            return at.plus(NEAR);
        }

        /// Which midnight of a post it is: 1 is the first after its publication.
        long of(Instant published) {
            return ChronoUnit.DAYS.between(LocalDate.ofInstant(published, zone), day);
        }
    }

    Around around(ZoneId zone) {
        return zones.computeIfAbsent(zone, this::find);
    }

    private Around find(ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now.plus(NEAR), zone);
        return new Around(midnight(day, zone), midnight(day.plusDays(1), zone));
    }

    private static Midnight midnight(LocalDate day, ZoneId zone) {
        return new Midnight(day, day.atStartOfDay(zone).toInstant(), zone);
    }
}
