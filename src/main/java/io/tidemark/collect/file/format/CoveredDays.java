package io.tidemark.collect.file.format;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;

/// The days named in the date columns of some parts. Rows whose date cannot be read are passed over here; they are
/// rejected when they are read.
public final class CoveredDays {
    private final DayStyle style;
    private final TreeSet<LocalDate> days = new TreeSet<>();

    public CoveredDays(DayStyle style) {
        this.style = style;
    }

    public void add(Header header) {
        add(header, Long.MAX_VALUE);
    }

    /// @param end the row where the table ends, since another begins there
    public void add(Header header, long end) {
        try (RowCursor rows = header.part().open()) {
            for (Row row = rows.next(); row != null && row.number() < end; row = rows.next()) {
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

    public Optional<Period> period() {
        return days.isEmpty() ? Optional.empty() : Optional.of(new Period(days.first(), days.last()));
    }

    /// The smallest step between two days: 1 where the rows are days, 7 where they are weeks. 1 where there is no step.
    public long step() {
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
