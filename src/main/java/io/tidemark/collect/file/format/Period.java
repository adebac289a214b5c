package io.tidemark.collect.file.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Whole days in the platform's zone, both ends included.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Period(LocalDate from, LocalDate to) {
    private static final Pattern DATES =
            Pattern.compile("(?<!\\d)(\\d{4}-?\\d{2}-?\\d{2})_(\\d{4}-?\\d{2}-?\\d{2})(?!\\d)");

    /// The period whose two dates stand in a name, as `2025-01-01_2025-01-31` or `20250101_20250131`.
    public static Optional<Period> inName(String name) {
        Matcher dates = DATES.matcher(name);
        if (!dates.find()) {
            return Optional.empty();
        }
        try {
            Period period = new Period(day(dates.group(1)), day(dates.group(2)));
            return period.from().isAfter(period.to()) ? Optional.empty() : Optional.of(period);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// The smallest period that covers both.
    public Period with(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /// The end of the last day where days are cut in the zone.
    public Instant endIn(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
