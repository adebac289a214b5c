package io.tidemark.collect.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// The stretch of time that the demonstration covers.
///
/// @param now when it was first collected; what befell the accounts is counted back from there
/// @param refreshes when accounts were asked again since, oldest first
record Window(Instant now, List<Instant> refreshes) {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration LENGTH = Duration.ofDays(400);
    /// Older posts are not collected, but still grow into the first daily facts.
    private static final Duration BEFORE = Duration.ofDays(60);
    private static final LocalTime DAILY_SYNC = LocalTime.of(5, 20);

    Window {
        Instant first = now.truncatedTo(ChronoUnit.MINUTES);
        now = first;
        refreshes =
                refreshes.stream().filter(first::isBefore).distinct().sorted().toList();
    }

    Window(Instant now) {
        this(now, List.of());
    }

    Window refreshedAt(List<Instant> more) {
        return new Window(now, Stream.concat(refreshes.stream(), more.stream()).toList());
    }

    /// When it was collected last.
    Instant end() {
        return refreshes.isEmpty() ? now : refreshes.getLast();
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
