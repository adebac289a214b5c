package io.tidemark.collect.file;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;

/// The days named in the date columns of some parts. Rows whose date cannot be read are passed over here; they are
/// rejected when they are read.
final class CoveredDays {
    private final DayStyle style;
    private final TreeSet<LocalDate> days = new TreeSet<>();

    CoveredDays(DayStyle style) {
        this.style = style;
    }

    void add(Header header) {
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > header.row()) {
                    add(new Line(header, row));
                }
            }
        }
    }

    private void add(Line line) {
        try {
            line.day("date", style).ifPresent(days::add);
        } catch (BadValue _) {
            // Rejected with its reason when the row is read.
        }
    }

    Optional<Period> period() {
        return days.isEmpty() ? Optional.empty() : Optional.of(new Period(days.first(), days.last()));
    }

    /// The smallest step between two days: 1 where the rows are days, 7 where they are weeks. 1 where there is no step.
    long step() {
        long smallest = Long.MAX_VALUE;
        LocalDate previous = null;
        for (LocalDate day : days) {
            if (previous != null) {
                smallest = Math.min(smallest, day.toEpochDay() - previous.toEpochDay());
            }
            previous = day;
        }
        return smallest == Long.MAX_VALUE ? 1 : smallest;
    }
}
