package io.tidemark.collect.file.table;

import java.util.List;
import java.util.stream.Collectors;

/// One row of a part.
///
/// @param number as a spreadsheet counts: from 1, with headers, notes and blank rows
public record Row(long number, List<Cell> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /// The cell, or an empty one beyond the end of a short row.
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.empty();
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }

    /// The row as a line of a CSV file.
    public String asCsv() {
        return cells.stream().limit(width()).map(Row::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(Cell cell) {
        String text = cell.text();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Cells up to the last one that is not blank.
    public int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
