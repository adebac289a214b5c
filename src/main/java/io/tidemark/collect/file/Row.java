package io.tidemark.collect.file;

import java.util.List;

/// One row of a part.
///
/// @param number as a spreadsheet counts: from 1, with headers, notes and blank rows
record Row(long number, List<Cell> cells) {
    Row {
        cells = List.copyOf(cells);
    }

    /// The cell, or an empty one beyond the end of a short row.
    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.empty();
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }

    /// Cells up to the last one that is not blank.
    int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
