package io.tidemark.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Calendar days from the first to the last, both included.
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end on " + to + " before it starts on " + from);
        }
    }

    static Period ofDays(LocalDate from, long days) {
        return new Period(from, from.plusDays(days - 1));
    }

    /// The number of days.
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    /// The moment at which the first day starts in a zone. A day starts at the first instant that carries its date,
    /// which is not midnight where the clocks skip that.
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /// The moment at which the last day is over in a zone.
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// Epoch day of the first day.
    int firstDay() {
        return Math.toIntExact(from.toEpochDay());
    }

    /// Epoch day after the last day.
    int endDay() {
        return Math.toIntExact(to.toEpochDay()) + 1;
    }
}
