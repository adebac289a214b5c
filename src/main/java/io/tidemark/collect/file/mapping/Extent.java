package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The days that mapped tables cover, and the latest time at which a row says that it was read. Rows whose cells cannot
/// be read are passed over here; they are rejected when they are read.
final class Extent {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private @Nullable Instant latest;

    void add(MappedTable table) {
        if (table.of(Role.DAY).isEmpty()
                && table.of(Role.OBSERVED_AT).isEmpty()
                && table.series().isEmpty()) {
            return;
        }
        try (RowCursor rows = table.header().part().open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > table.header().row()) {
                    add(table, new MappedRow(table, row));
                }
            }
        }
    }

    private void add(MappedTable table, MappedRow row) {
        try {
            row.day(Role.DAY).ifPresent(days::add);
            row.instant(Role.OBSERVED_AT).ifPresent(this::read);
            Series series = table.mapping().series();
            if (series != null) {
                Optional.ofNullable(series.from())
                        .or(row::publishedAt)
                        .map(start -> series.readAt(start, table.series().size()))
                        .ifPresent(this::read);
            }
        } catch (BadValue _) {
            // Rejected with its reason when the row is read.
        }
    }

    private void read(Instant at) {
        latest = latest == null || at.isAfter(latest) ? at : latest;
    }

    Optional<Period> period() {
        return days.isEmpty() ? Optional.empty() : Optional.of(new Period(days.first(), days.last()));
    }

    Optional<Instant> latest() {
        return Optional.ofNullable(latest);
    }
}
