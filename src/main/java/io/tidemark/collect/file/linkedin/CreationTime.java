package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.PostTime;
import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.Line;
import io.tidemark.ledger.Alias;
import io.tidemark.words.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// When a post was published: sheets give the day only, ids the millisecond.
final class CreationTime {
    private static final Instant PLAUSIBLE_FROM = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant PLAUSIBLE_TO = Instant.parse("2100-01-01T00:00:00Z");

    private CreationTime() {}

    static Instant of(Tally tally, Line line, Alias alias, Optional<LocalDate> created) {
        Instant fromId = LinkedInLink.createdAt(alias);
        if (created.isEmpty()) {
            return fromId;
        }
        Instant begin = created.get().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = begin.plus(Duration.ofDays(1));
        boolean apart =
                fromId.isBefore(begin.minus(Duration.ofDays(1))) || fromId.isAfter(end.plus(Duration.ofDays(1)));
        if (!apart) {
            return fromId;
        }
        boolean plausible = fromId.isAfter(PLAUSIBLE_FROM) && fromId.isBefore(PLAUSIBLE_TO);
        tally.warn(
                "created date",
                (plausible ? PostTime.ID_TAKEN : PostTime.DATE_TAKEN)
                        .said(Map.of(
                                "place",
                                line.place(),
                                "told",
                                Value.name(created.get().toString()),
                                "id",
                                Value.name(String.valueOf(fromId)))));
        return plausible ? fromId : begin;
    }

    /// Whether a time that was found for a post is the sheet's day and not what the id says.
    static boolean isDayOnly(Instant found, Alias alias) {
        return !found.equals(LinkedInLink.createdAt(alias));
    }
}
