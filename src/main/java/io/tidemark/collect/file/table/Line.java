package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// One row below its header, read by column name. A cell that is there but cannot be read throws [BadValue]; an empty
/// cell or a column that the file does not have is missing.
public record Line(Header header, Row row) {
    private static final Sentence PLACE = Sentence.of("import_place", "\"{part}\" row {row}");

    public long number() {
        return row.number();
    }

    /// Where the row stands, for warnings.
    public Value place() {
        return Value.clause(PLACE.said(
                Map.of("part", Value.name(header.part().name()), "row", Value.name(Long.toString(row.number())))));
    }

    public Cell cell(String name) {
        Integer column = header.column(name);
        return column == null ? Cell.empty() : row.cell(column);
    }

    /// @throws BadValue where a workbook does not give the text
    public Optional<String> text(String name) {
        if (cell(name) instanceof Cell.Broken broken) {
            throw bad(name, broken.reason());
        }
        return Optional.of(cell(name).stripped()).filter(text -> !text.isEmpty());
    }

    /// A count: a whole number.
    public OptionalDouble count(String name) {
        OptionalDouble value = decimal(name);
        if (value.isPresent() && value.getAsDouble() != Math.rint(value.getAsDouble())) {
            throw bad(name, Reason.NO_WHOLE_COUNT.said());
        }
        return value;
    }

    public OptionalDouble decimal(String name) {
        return read(name, cell -> Values.number(cell, header.part().numberStyle()));
    }

    /// Seconds of a duration such as `0:04:34`.
    public OptionalDouble seconds(String name) {
        return read(name, cell -> Values.seconds(cell, header.part().numberStyle()));
    }

    public Optional<LocalDate> day(String name, DayStyle style) {
        return cell(name).isBlank() ? Optional.empty() : Optional.of(read(name, style::read));
    }

    public LocalDate requiredDay(String name, DayStyle style) {
        return day(name, style).orElseThrow(() -> bad(name, Reason.DATE_MISSING.said()));
    }

    public BadValue bad(String name, Said reason) {
        return new BadValue(header.written(name), reason, cell(name).text());
    }

    private <T> T read(String name, Function<Cell, T> reader) {
        try {
            return reader.apply(cell(name));
        } catch (BadValue e) {
            throw bad(name, e.reason());
        }
    }
}
