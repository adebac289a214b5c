package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.metric.Platform;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When a post was published. Meta writes Pacific time, wherever the account is, and no zone.
final class PublishTime {
    private static final ZoneId PACIFIC = Platform.FACEBOOK.bucketZone();
    private static final List<DateTimeFormatter> STYLES = List.of(
            DateTimeFormatter.ofPattern("M/d/uuuu H:mm[:ss]", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("M/d/uuuu h:mm[:ss] a", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][ ]H:mm[:ss][.SSS]", Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT));

    private PublishTime() {}

    /// @param created what the id says; decides in the hour that autumn repeats, and where the cell is empty
    static Optional<Instant> of(Line line, String column, Optional<Instant> created) {
        Cell cell = line.cell(column);
        if (cell.isBlank()) {
            return created;
        }
        LocalDateTime local = cell instanceof Cell.Moment moment ? moment.at() : parse(line, column, cell.stripped());
        List<ZoneOffset> offsets = PACIFIC.getRules().getValidOffsets(local);
        if (offsets.size() > 1 && created.isPresent()) {
            return offsets.stream()
                    .map(local::toInstant)
                    .min(Comparator.comparing(
                            at -> Duration.between(created.get(), at).abs()));
        }
        return Optional.of(local.atZone(PACIFIC).toInstant());
    }

    private static LocalDateTime parse(Line line, String column, String text) {
        for (DateTimeFormatter style : STYLES) {
            try {
                return LocalDateTime.parse(text, style);
            } catch (DateTimeException _) {
                // The next style may fit.
            }
        }
        throw line.bad(column, Reason.NO_META_TIME.said());
    }
}
