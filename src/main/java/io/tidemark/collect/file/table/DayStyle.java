package io.tidemark.collect.file.table;

import io.tidemark.words.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;

/// How a format writes its days. A workbook that was saved again may hold real dates instead, which every style takes.
public enum DayStyle {
    /// `12/31/2025`, in every language of the interface.
    MONTH_DAY_YEAR("MM/DD/YYYY", "M/d/uuuu"),
    /// `31/12/2025`.
    DAY_MONTH_YEAR("DD/MM/YYYY", "d/M/uuuu"),
    /// `2025-12-31`.
    ISO("YYYY-MM-DD", "uuuu-MM-dd"),
    /// `Dec 31, 2025`, in English whatever the language of the interface, also with its weekday: `Wed, Dec 31, 2025`
    /// and `Wed Dec 31 2025`.
    ENGLISH_MONTH("Mon D, YYYY", "[EEE[,] ]MMM d[,] uuuu"),
    /// `2025/12/31`.
    SLASHED("YYYY/MM/DD", "uuuu/M/d"),
    /// `2025-12-31 23:59 +0000`, of which the day counts.
    ISO_MINUTE("YYYY-MM-DD HH:MM +0000", "uuuu-MM-dd HH:mm Z");

    private static final LocalDate FIRST = LocalDate.of(2003, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    private final String shown;
    private final DateTimeFormatter formatter;

    DayStyle(String shown, String pattern) {
        this.shown = shown;
        this.formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// @throws BadValue where the cell is no plausible day
    public LocalDate read(Cell cell) {
        LocalDate day = switch (cell) {
            case Cell.Moment moment -> moment.at().toLocalDate();
            case Cell.Numeric number -> ofSerial(number.value());
            case Cell.Broken broken -> throw new BadValue(null, broken.reason(), "");
            case Cell.Text _ -> parse(cell.stripped());
        };
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new BadValue(null, Reason.IMPOSSIBLE_YEAR.said(), "");
        }
        return day;
    }

    private LocalDate parse(String text) {
        try {
            return LocalDate.parse(text, formatter);
        } catch (DateTimeException e) {
            return parseOther(text);
        }
    }

    private LocalDate parseOther(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException e) {
            throw new BadValue(null, Reason.NO_DATE.said(Map.of("form", Value.name(shown))), "");
        }
    }

    private LocalDate ofSerial(double serial) {
        LocalDateTime moment = DateUtil.isValidExcelDate(serial) ? DateUtil.getLocalDateTime(serial) : null;
        if (moment == null) {
            throw new BadValue(null, Reason.NO_DATE.said(Map.of("form", Value.name(shown))), "");
        }
        return moment.toLocalDate();
    }
}
