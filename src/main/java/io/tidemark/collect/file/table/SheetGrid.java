package io.tidemark.collect.file.table;

import java.util.HashSet;
import java.util.List;

/// Where cells of a workbook can stand: no sheet is larger, and what claims to be is not believed.
final class SheetGrid {
    static final int ROWS = 1 << 20;
    static final int COLUMNS = 1 << 14;
    private static final int LONGEST_NAME = 255;

    private SheetGrid() {}

    /// No two sheets of a workbook share a name, and people can read the names.
    static void checkNames(List<String> names) {
        boolean unreadable = names.stream()
                .anyMatch(name -> name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl));
        if (unreadable || new HashSet<>(names).size() < names.size()) {
            throw XmlPull.damaged(null);
        }
    }

    /// The number of a row, which comes after the one before it.
    static int row(int number, int before) {
        if (number <= before || number > ROWS) {
            throw XmlPull.damaged(null);
        }
        return number;
    }

    /// The column of a place such as `AB12`, from 0.
    static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = 26 * column + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
            if (column < 1 || column > COLUMNS) {
                throw XmlPull.damaged(null);
            }
        }
        return column - 1;
    }

    /// Sets a cell; those between are empty.
    static void put(List<Cell> cells, int column, Cell cell) {
        if (column < 0 || column >= COLUMNS) {
            throw XmlPull.damaged(null);
        }
        while (cells.size() <= column) {
            cells.add(Cell.empty());
        }
        cells.set(column, cell);
    }
}
