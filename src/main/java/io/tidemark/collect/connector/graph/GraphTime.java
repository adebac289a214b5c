package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Times as Graph writes them, and the days of Meta's numbers: those of California.
public final class GraphTime {
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /// `2026-11-18T14:02:00+0000`, the offset without a colon, or as everybody else writes it.
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[xx][XXX]")
            .toFormatter(Locale.ROOT);

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private GraphTime() {}

    public static Instant read(JsonNode node) {
        String text = node.asString("");
        try {
            return OffsetDateTime.parse(text, FORMAT).toInstant();
        } catch (DateTimeParseException noTime) {
            throw new CallFailed(new Fault.Unreadable(Saying.noTime("Meta", text)), noTime);
        }
    }

    /// The day that ends at an instant. Its middle says which one it is, however the clocks have been changed.
    public static LocalDate dayThatEnds(Instant end) {
        return end.minus(HALF_A_DAY).atZone(ZONE).toLocalDate();
    }

    /// Midnight, in seconds since 1970.
    public static long begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond();
    }
}
