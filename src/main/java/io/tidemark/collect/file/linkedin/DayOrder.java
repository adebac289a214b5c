package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a file writes the month or the day first, told from all its dates together: LinkedIn follows the language of
/// the interface and says nowhere which it was.
///
/// @param certain false where every date could be read either way
record DayOrder(DayStyle style, boolean certain) {
    static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{1,2}/\\d{1,2}/\\d{4}(?!\\d)");

    /// @param named the days that the name of the file speaks of
    static DayOrder of(List<Part> parts, Optional<Period> named) {
        List<String> dates =
                parts.stream().flatMap(part -> dates(part).stream()).toList();
        Optional<TreeSet<LocalDate>> monthFirst = read(dates, DayStyle.MONTH_DAY_YEAR);
        Optional<TreeSet<LocalDate>> dayFirst = read(dates, DayStyle.DAY_MONTH_YEAR);
        if (dayFirst.isEmpty() || monthFirst.isEmpty()) {
            boolean day = monthFirst.isEmpty() && dayFirst.isPresent();
            return new DayOrder(day ? DayStyle.DAY_MONTH_YEAR : DayStyle.MONTH_DAY_YEAR, true);
        }
        if (monthFirst.equals(dayFirst)) {
            return new DayOrder(DayStyle.MONTH_DAY_YEAR, true);
        }
        boolean monthFits = named.isPresent() && inside(monthFirst.get(), named.get());
        boolean dayFits = named.isPresent() && inside(dayFirst.get(), named.get());
        if (monthFits != dayFits) {
            return new DayOrder(dayFits ? DayStyle.DAY_MONTH_YEAR : DayStyle.MONTH_DAY_YEAR, true);
        }
        return byDensity(monthFirst.get(), dayFirst.get());
    }

    /// The days of a file follow one another; read the wrong way, they stand a month apart.
    private static DayOrder byDensity(TreeSet<LocalDate> monthFirst, TreeSet<LocalDate> dayFirst) {
        long byMonth = span(monthFirst);
        long byDay = span(dayFirst);
        return new DayOrder(byDay < byMonth ? DayStyle.DAY_MONTH_YEAR : DayStyle.MONTH_DAY_YEAR, byDay != byMonth);
    }

    private static List<String> dates(Part part) {
        List<String> found = new ArrayList<>();
        try (RowCursor rows = part.open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                for (Cell cell : row.cells()) {
                    if (cell instanceof Cell.Text(String text)) {
                        DATE.matcher(text).results().forEach(date -> found.add(date.group()));
                    }
                }
            }
        }
        return found;
    }

    /// Empty where one of them cannot be read this way.
    private static Optional<TreeSet<LocalDate>> read(List<String> dates, DayStyle style) {
        TreeSet<LocalDate> days = new TreeSet<>();
        try {
            dates.forEach(date -> days.add(style.read(new Cell.Text(date))));
            return Optional.of(days);
        } catch (BadValue _) {
            return Optional.empty();
        }
    }

    private static boolean inside(TreeSet<LocalDate> days, Period period) {
        return !days.first().isBefore(period.from())
                && !days.last().isAfter(period.to().plusDays(1));
    }

    private static long span(TreeSet<LocalDate> days) {
        return days.last().toEpochDay() - days.first().toEpochDay();
    }

    /// The two days of a text such as `3/17/2025 - 3/16/2026`.
    Optional<Period> period(String text) {
        List<LocalDate> days = new ArrayList<>();
        for (Matcher date = DATE.matcher(text); date.find(); ) {
            day(date.group()).ifPresent(days::add);
        }
        return days.size() == 2 && !days.getFirst().isAfter(days.getLast())
                ? Optional.of(new Period(days.getFirst(), days.getLast()))
                : Optional.empty();
    }

    /// The first day in a text; empty where none stands in it.
    Optional<LocalDate> dayIn(String text) {
        Matcher date = DATE.matcher(text);
        return date.find() ? day(date.group()) : Optional.empty();
    }

    private Optional<LocalDate> day(String date) {
        try {
            return Optional.of(style.read(new Cell.Text(date)));
        } catch (BadValue _) {
            return Optional.empty();
        }
    }
}
