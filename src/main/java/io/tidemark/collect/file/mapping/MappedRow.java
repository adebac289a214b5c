package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.mapping.MappedTable.Bound;
import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.Values;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.words.Said;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A row, read by the roles of its columns. A cell that is blank, or says that there is nothing, is missing.
record MappedRow(MappedTable table, Row row) {
    Optional<String> text(Role role) {
        return table.of(role).stream()
                .map(column -> row.cell(column.index()).stripped())
                .filter(text -> !text.isEmpty() && !table.meansMissing(text))
                .findFirst();
    }

    @Nullable
    String textOrNull(Role role) {
        return text(role).orElse(null);
    }

    Optional<LocalDate> day(Role role) {
        return dated(role, cell -> table.dates().day(cell));
    }

    Optional<Instant> instant(Role role) {
        return dated(role, cell -> table.dates().instant(cell));
    }

    /// When the tool read the numbers.
    ///
    /// @param file when the file spoke, which holds where the row does not say, and which no row can be later than
    Instant observedAt(Instant file) {
        Instant at = instant(Role.OBSERVED_AT).orElse(file);
        if (at.isAfter(file)) {
            throw bad(Role.OBSERVED_AT, Reason.LATER_THAN_FILE.said(Map.of("time", Value.name(file.toString()))));
        }
        return at;
    }

    /// The time of publication, which may stand in two cells.
    Optional<Instant> publishedAt() {
        Optional<Bound> clock = clock();
        return clock.isEmpty()
                ? instant(Role.PUBLISHED_AT)
                : dated(
                        Role.PUBLISHED_AT,
                        cell -> table.dates().instant(cell, row.cell(clock.get().index())));
    }

    /// Whether the row says on which day the post was published and not at what time.
    boolean isPublishedDayOnly() {
        return clock().isEmpty()
                && dated(Role.PUBLISHED_AT, cell -> table.dates().isDayOnly(cell))
                        .orElse(false);
    }

    private Optional<Bound> clock() {
        return table.of(Role.PUBLISHED_TIME).stream()
                .filter(column -> !isMissing(row.cell(column.index())))
                .findFirst();
    }

    private <T> Optional<T> dated(Role role, Function<Cell, T> reader) {
        List<Bound> columns = table.of(role);
        if (columns.isEmpty() || isMissing(row.cell(columns.getFirst().index()))) {
            return Optional.empty();
        }
        Bound column = columns.getFirst();
        return Optional.of(naming(column, reader));
    }

    /// A number as the column's metric has them; counts are whole.
    OptionalDouble metric(Bound column, Metric metric) {
        OptionalDouble value = number(column, metric.kind() == Kind.DURATION);
        if (metric.kind() != Kind.DURATION
                && value.isPresent()
                && value.getAsDouble() != Math.rint(value.getAsDouble())) {
            throw bad(column, Reason.NO_WHOLE_COUNT.said());
        }
        DurationUnit unit = column.column().unit();
        return value.isEmpty() || unit == null ? value : OptionalDouble.of(value.getAsDouble() * unit.seconds());
    }

    OptionalDouble number(Bound column) {
        return number(column, false);
    }

    private OptionalDouble number(Bound column, boolean duration) {
        Cell cell = row.cell(column.index());
        if (isMissing(cell)) {
            return OptionalDouble.empty();
        }
        return naming(
                column, c -> duration ? Values.seconds(c, table.numberStyle()) : Values.number(c, table.numberStyle()));
    }

    BadValue bad(Role role, Said reason) {
        List<Bound> columns = table.of(role);
        return columns.isEmpty() ? new BadValue(null, reason, "") : bad(columns.getFirst(), reason);
    }

    BadValue bad(Bound column, Said reason) {
        return new BadValue(
                column.column().name(), reason, row.cell(column.index()).text());
    }

    private boolean isMissing(Cell cell) {
        String text = cell.stripped();
        return Values.isMissing(text) || table.meansMissing(text);
    }

    private <T> T naming(Bound column, Function<Cell, T> reader) {
        try {
            return reader.apply(row.cell(column.index()));
        } catch (BadValue e) {
            throw bad(column, e.reason());
        }
    }
}
