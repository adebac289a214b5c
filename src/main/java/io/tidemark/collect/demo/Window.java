package io.tidemark.collect.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// The stretch of time that the demonstration covers.
///
/// @param now its end, when it was collected last
record Window(Instant now) {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration LENGTH = Duration.ofDays(400);
    /// Older posts are not collected, but still grow into the first daily facts.
    private static final Duration BEFORE = Duration.ofDays(60);
    private static final LocalTime DAILY_SYNC = LocalTime.of(5, 20);

    Window {
        now = now.truncatedTo(ChronoUnit.MINUTES);
    }

    Instant start() {
        return now.minus(LENGTH);
    }

    Instant planStart() {
        return start().minus(BEFORE);
    }

    Instant daysAgo(long days) {
        return now.minus(Duration.ofDays(days));
    }

    /// The first daily sync at or after an instant.
    Instant syncFrom(Instant instant) {
        LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
        Instant sync = day.atTime(DAILY_SYNC).toInstant(ZoneOffset.UTC);
        return sync.isBefore(instant) ? sync.plus(Duration.ofDays(1)) : sync;
    }
}
