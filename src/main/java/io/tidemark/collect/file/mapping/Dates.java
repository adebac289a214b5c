package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.words.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// Reads days and times in the one order that a mapping names. Years of four digits in front, months by name and real
/// dates of a workbook speak for themselves.
///
/// @param zone of times that are written without one; null where nobody has said
record Dates(DateOrder order, @Nullable ZoneId zone) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{1,2})(.*)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:\\p{L}{3,9}, )?(?<month>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})(?<rest>.*)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\p{L}{3,9}, )?(?<day>\\d{1,2})[ -](?<month>[A-Za-z]{3,9})\\.?[ -](?<year>\\d{4})(?<rest>.*)");
    private static final Pattern TIME = Pattern.compile(
            "[T ,]*(?:at )?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?"
                    + "(?: ?(?<half>[AP])\\.?M\\.?)?(?: ?(?<zone>Z|UTC|GMT|\\(UTC\\)|[+-]\\d{2}:?\\d{2}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,14}");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final LocalDate FIRST = LocalDate.of(2003, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
    private static final int CENTURY = 2_000;

    /// A day, with its time and zone where these are written.
    private record Moment(
            LocalDate day,
            @Nullable LocalTime time,
            @Nullable ZoneId zone) {}

    /// The day; a time beside it does not matter, since the tool has cut the days.
    ///
    /// @throws BadValue where the cell is no plausible day
    LocalDate day(Cell cell) {
        return read(cell).day();
    }

    /// The instant; a day without a time is its beginning.
    ///
    /// @throws BadValue where the cell is no plausible time
    /// @throws ZoneUnknown where it has no zone and nobody has said which
    Instant instant(Cell cell) {
        return instant(read(cell));
    }

    /// The instant of a day and a time that stand in two cells.
    Instant instant(Cell day, Cell time) {
        Moment moment = switch (time) {
            case Cell.Moment clock -> new Moment(read(day).day(), clock.at().toLocalTime(), null);
            case Cell.Numeric part
            when part.value() >= 0 && part.value() < 1 ->
                new Moment(read(day).day(), LocalTime.ofSecondOfDay((long) (part.value() * 86_400)), null);
            default -> time(read(day).day(), time.stripped());
        };
        return instant(moment);
    }

    /// Whether a cell holds a day without a time. Spreadsheets write days as midnights.
    boolean isDayOnly(Cell cell) {
        LocalTime time = read(cell).time();
        return time == null || (!(cell instanceof Cell.Text) && time.equals(LocalTime.MIDNIGHT));
    }

    private Instant instant(Moment moment) {
        ZoneId written = moment.zone() == null ? zone : moment.zone();
        if (written == null) {
            throw new ZoneUnknown();
        }
        LocalTime time = moment.time() == null ? LocalTime.MIDNIGHT : moment.time();
        return moment.day().atTime(time).atZone(written).toInstant();
    }

    private Moment read(Cell cell) {
        Moment moment = switch (cell) {
            case Cell.Moment date ->
                new Moment(date.at().toLocalDate(), date.at().toLocalTime(), null);
            case Cell.Numeric number when !order.isEpoch() -> ofSerial(number.value());
            case Cell.Numeric number -> ofEpoch(Long.toString((long) number.value()));
            case Cell.Broken broken -> throw new BadValue(null, broken.reason(), "");
            case Cell.Text _ -> order.isEpoch() ? ofEpoch(cell.stripped()) : ofText(cell.stripped());
        };
        if (moment.day().isBefore(FIRST) || moment.day().isAfter(LAST)) {
            throw new BadValue(null, Reason.IMPOSSIBLE_YEAR.said(), "");
        }
        return moment;
    }

    private Moment ofSerial(double serial) {
        if (!DateUtil.isValidExcelDate(serial)) {
            throw bad();
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(serial);
        return new Moment(moment.toLocalDate(), moment.toLocalTime(), null);
    }

    private Moment ofEpoch(String text) {
        if (!EPOCH.matcher(text).matches()) {
            throw bad();
        }
        long number = Long.parseLong(text);
        Instant instant =
                order == DateOrder.EPOCH_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        ZoneId shown = zone == null ? ZoneOffset.UTC : zone;
        LocalDateTime local = LocalDateTime.ofInstant(instant, shown);
        // The offset of this very instant: an hour that a clock repeats would be ambiguous otherwise.
        return new Moment(
                local.toLocalDate(), local.toLocalTime(), shown.getRules().getOffset(instant));
    }

    private Moment ofText(String text) {
        try {
            Matcher numbers = NUMBERS.matcher(text);
            if (numbers.matches()) {
                return time(ofNumbers(numbers), numbers.group(5));
            }
            return ofMonthName(MONTH_FIRST.matcher(text))
                    .or(() -> ofMonthName(DAY_FIRST.matcher(text)))
                    .orElseThrow(this::bad);
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    private LocalDate ofNumbers(Matcher numbers) {
        String first = numbers.group(1);
        String last = numbers.group(4);
        int second = Integer.parseInt(numbers.group(3));
        boolean yearFirst = first.length() == 4;
        if (yearFirst && last.length() <= 2) {
            return LocalDate.of(Integer.parseInt(first), second, Integer.parseInt(last));
        }
        if (first.length() > 2) {
            throw bad();
        }
        return switch (order) {
            case DMY -> LocalDate.of(year(last), second, Integer.parseInt(first));
            case MDY -> LocalDate.of(year(last), Integer.parseInt(first), second);
            case YMD, EPOCH_SECONDS, EPOCH_MILLISECONDS -> {
                if (last.length() > 2) {
                    throw bad();
                }
                yield LocalDate.of(year(first), second, Integer.parseInt(last));
            }
        };
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : CENTURY + year;
    }

    private Optional<Moment> ofMonthName(Matcher named) {
        if (!named.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(named.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        LocalDate day =
                LocalDate.of(Integer.parseInt(named.group("year")), month, Integer.parseInt(named.group("day")));
        return Optional.of(time(day, named.group("rest")));
    }

    private Moment time(LocalDate day, String text) {
        if (text.isBlank()) {
            return new Moment(day, null, null);
        }
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            throw new BadValue(null, Reason.NO_TIME_OF_DAY.said(), "");
        }
        String second = time.group("second");
        String zoneText = time.group("zone");
        try {
            return new Moment(
                    day,
                    LocalTime.of(
                            hour(Integer.parseInt(time.group("hour")), time.group("half")),
                            Integer.parseInt(time.group("minute")),
                            second == null ? 0 : Integer.parseInt(second)),
                    zoneText == null ? null : zone(zoneText));
        } catch (DateTimeException e) {
            throw new BadValue(null, Reason.NO_TIME_OF_DAY.said(), "");
        }
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null) {
            return written;
        }
        if (written < 1 || written > 12) {
            throw new DateTimeException("no hour of a half day");
        }
        return written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static ZoneId zone(String text) {
        return text.matches("[+-].*") ? ZoneOffset.of(text) : ZoneOffset.UTC;
    }

    private BadValue bad() {
        return new BadValue(null, Reason.NO_DATE.said(Map.of("form", Value.name(order.shown()))), "");
    }

    /// A time is written without its zone, and nobody has said which it is.
    static final class ZoneUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ZoneUnknown() {
            super("The times have no zone", null, false, false);
        }
    }
}
