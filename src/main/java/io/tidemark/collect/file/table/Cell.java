package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import java.time.LocalDateTime;

/// One cell as the file holds it. Text files know text and nothing else; workbooks know numbers and dates too.
public sealed interface Cell {
    static Cell empty() {
        return new Text("");
    }

    /// What a person sees in the cell, as far as it can be told.
    String text();

    /// Text without the spaces around it, no-break spaces included.
    default String stripped() {
        return text().replace('\u00a0', ' ').strip();
    }

    default boolean isBlank() {
        return stripped().isEmpty();
    }

    record Text(String text) implements Cell {}

    record Numeric(double value) implements Cell {
        @Override
        public String text() {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
        }
    }

    /// A cell of a workbook that stands for a value without giving it.
    ///
    /// @param text what a person sees
    /// @param reason what is wrong and what to do
    record Broken(String text, Said reason) implements Cell {
        static Broken formula(String formula) {
            return new Broken("=" + formula, Reason.FORMULA.said());
        }

        static Broken error(String error) {
            return new Broken(error, Reason.CELL_FAILED.said());
        }
    }

    /// A number that the workbook shows as a date.
    record Moment(LocalDateTime at) implements Cell {
        @Override
        public String text() {
            return at.toString();
        }
    }
}
