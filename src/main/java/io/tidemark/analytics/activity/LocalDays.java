package io.tidemark.analytics.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The days of a zone as microseconds since the epoch: 23, 24, 24.5 or 25 hours long, from one first instant to
/// the next.
final class LocalDays {
    static final long MICROS_PER_SECOND = 1_000_000;
    static final long MICROS_PER_HOUR = 3_600 * MICROS_PER_SECOND;

    private static final int SECONDS_PER_DAY = 86_400;
    /// Days whose starts are reckoned once for all posts: each post asks for dozens.
    private static final int FIRST = Math.toIntExact(LocalDate.of(2005, 1, 1).toEpochDay());
    private static final int END = Math.toIntExact(LocalDate.of(2045, 1, 1).toEpochDay());
    private static final Map<ZoneId, LocalDays> OF_ZONES = new ConcurrentHashMap<>();

    private final ZoneId zone;
    private final ZoneRules rules;
    private final long[] starts;

    private LocalDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        starts = IntStream.range(FIRST, END).mapToLong(this::reckonedStartOf).toArray();
    }

    static LocalDays of(ZoneId zone) {
        return OF_ZONES.computeIfAbsent(zone, LocalDays::new);
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
    }

    /// The local day of an instant, as an epoch day.
    int dayOf(long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return Math.toIntExact(Math.floorDiv(second + offset, SECONDS_PER_DAY));
    }

    /// The first instant of a local day.
    long startOf(int epochDay) {
        return epochDay >= FIRST && epochDay < END ? starts[epochDay - FIRST] : reckonedStartOf(epochDay);
    }

    private long reckonedStartOf(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND;
    }
}
