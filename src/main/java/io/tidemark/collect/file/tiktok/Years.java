package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the days of a table their years. The Studio leaves them out, but its rows stand in order and span a year at
/// most: the newest day is the last of its name before the file was written, and where the days begin anew stands the
/// turn of the year.
final class Years {
    private static final Sentence OUT_OF_ORDER = Sentence.of(
            "days_out_of_order",
            "The days have no year, and they do not stand in order, so that nobody can tell which year each is "
                    + "of: download the file again and import it as it is.");

    private static final int FIRST_YEAR = 2014;

    private final boolean rising;
    private int year;
    private @Nullable MonthDay previous;

    private Years(boolean rising, int first) {
        this.rising = rising;
        this.year = first;
    }

    /// @param latest no day of the table is later
    static Years of(Header table, LocalDate latest) {
        Survey survey = new Survey();
        try (RowCursor rows = table.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > table.row() && !row.isBlank()) {
                    survey.look(new Line(table, row));
                }
            }
        }
        return survey.years(latest)
                .orElseThrow(() -> new ImportRefused("days_out_of_order", OUT_OF_ORDER.said())
                        .inPart(table.part().name()));
    }

    /// The day of a row; rows are asked for in the order in which they stand.
    LocalDate dayOf(Line line) {
        return switch (written(line)) {
            case WrittenDay.Dated dated -> dated.day();
            case WrittenDay.Yearless yearless -> dayOf(line, yearless.day());
        };
    }

    private LocalDate dayOf(Line line, MonthDay day) {
        if (previous != null && turns(previous, day)) {
            year += rising ? 1 : -1;
        }
        previous = day;
        if (year < FIRST_YEAR) {
            throw line.bad("date", Reason.BEFORE_TIKTOK.said(Map.of("year", Value.name(Integer.toString(year)))));
        }
        if (!day.isValidYear(year)) {
            throw line.bad("date", Reason.NO_SUCH_DAY.said(Map.of("year", Value.name(Integer.toString(year)))));
        }
        return day.atYear(year);
    }

    private boolean turns(MonthDay before, MonthDay after) {
        return rising ? after.isBefore(before) : after.isAfter(before);
    }

    private static WrittenDay written(Line line) {
        try {
            return WrittenDay.of(line.cell("date"));
        } catch (BadValue e) {
            throw line.bad("date", e.reason());
        }
    }

    /// What a first pass over the rows finds.
    private static final class Survey {
        private static final int DAYS = 366;
        private static final int LEAP_YEAR = 2000;

        private @Nullable MonthDay first;
        private @Nullable MonthDay last;
        private long forward;
        private long backward;
        private long falls;
        private long rises;

        void look(Line line) {
            try {
                if (WrittenDay.of(line.cell("date")) instanceof WrittenDay.Yearless yearless) {
                    look(yearless.day());
                }
            } catch (BadValue _) {
                // Rejected with its reason when the row is read.
            }
        }

        private void look(MonthDay day) {
            if (last != null && !day.equals(last)) {
                // From 31 December to 1 January it is a step of one day, not of a year back.
                boolean near = Math.floorMod(ofYear(day) - ofYear(last), DAYS) < DAYS / 2;
                forward += near ? 1 : 0;
                backward += near ? 0 : 1;
                falls += day.isBefore(last) ? 1 : 0;
                rises += day.isAfter(last) ? 1 : 0;
            }
            first = first == null ? day : first;
            last = day;
        }

        private static int ofYear(MonthDay day) {
            return day.atYear(LEAP_YEAR).getDayOfYear();
        }

        Optional<Years> years(LocalDate latest) {
            boolean rising = backward == 0;
            MonthDay newest = rising ? last : first;
            if (newest == null) {
                return Optional.of(new Years(rising, latest.getYear()));
            }
            long turns = rising ? falls : rises;
            if (turns > 1 || (!rising && forward > 0)) {
                return Optional.empty();
            }
            int year = latest.getYear();
            while (!newest.isValidYear(year) || newest.atYear(year).isAfter(latest)) {
                year--;
            }
            return Optional.of(new Years(rising, rising ? year - (int) turns : year));
        }
    }
}
