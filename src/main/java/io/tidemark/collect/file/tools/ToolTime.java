package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/// Times as tools write them: `2025-06-26 10:11`, `2025-06-26 10:11:12`, or a day alone, also as `Jun 26, 2025`, which
/// stands for its beginning.
final class ToolTime {
    private static final List<DateTimeFormatter> FORMATS =
            List.of(formatter("uuuu-MM-dd[ HH:mm[:ss]]"), formatter("MMM d, uuuu[ HH:mm[:ss]]"));

    private ToolTime() {}

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// Whether the cell holds a day without a time. Spreadsheets write days as midnights.
    static boolean isDayOnly(Line line, String column) {
        return line.cell(column) instanceof Cell.Moment(LocalDateTime at)
                ? at.toLocalTime().equals(LocalTime.MIDNIGHT)
                : !line.cell(column).text().contains(":");
    }

    static LocalDateTime read(Line line, String column) {
        if (line.cell(column) instanceof Cell.Moment(LocalDateTime at)) {
            return at;
        }
        String text = line.text(column).orElseThrow(() -> line.bad(column, Reason.DATE_MISSING.said()));
        for (DateTimeFormatter format : FORMATS) {
            try {
                TemporalAccessor read = format.parseBest(text, LocalDateTime::from, LocalDate::from);
                return read instanceof LocalDateTime time
                        ? time
                        : LocalDate.from(read).atStartOfDay();
            } catch (DateTimeException _) {
                // Another format may fit; the row is rejected where none does.
            }
        }
        throw line.bad(column, Reason.NO_TOOL_TIME.said());
    }
}
