package io.tidemark.collect.file.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Whole days in the platform's zone, both ends included.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Period(LocalDate from, LocalDate to) {
    /// The smallest period that covers both.
    public Period with(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /// The end of the last day where days are cut in the zone.
    public Instant endIn(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
