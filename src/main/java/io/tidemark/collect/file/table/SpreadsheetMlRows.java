package io.tidemark.collect.file.table;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a worksheet of a SpreadsheetML workbook. Rows and cells follow each other unless they give an index of
/// their own; a merged cell takes the room of those it covers.
final class SpreadsheetMlRows implements RowCursor {
    private final XmlPull xml;
    private final long start;
    private int row;
    /// Further rows that are as blank as the last one.
    private int span;

    /// @param xml inside the worksheet
    SpreadsheetMlRows(XmlPull xml) {
        this.xml = xml;
        this.start = xml.bytesRead();
    }

    @Override
    public @Nullable Row next() {
        try {
            while (xml.next() && !xml.ends("Worksheet")) {
                if (xml.begins("Row")) {
                    return row();
                }
            }
            return null;
        } catch (ImportRefused e) {
            throw e.at(Math.max(row, 1));
        }
    }

    private Row row() {
        row = SheetGrid.row(xml.index("Index", row + span + 1, SheetGrid.ROWS), row);
        span = xml.index("Span", 0, SheetGrid.ROWS);
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        while (xml.next() && !xml.ends("Row")) {
            if (xml.begins("Cell")) {
                column = xml.index("Index", column + 1, SheetGrid.COLUMNS) - 1;
                int covered = xml.index("MergeAcross", 0, SheetGrid.COLUMNS);
                SheetGrid.put(cells, column, cell());
                column += covered + 1;
            }
        }
        return new Row(row, cells);
    }

    private Cell cell() {
        String formula = xml.attribute("Formula");
        Cell cell = formula == null ? Cell.empty() : Cell.Broken.formula(formula.replaceFirst("^=", ""));
        while (xml.next() && !xml.ends("Cell")) {
            if (xml.begins("Data")) {
                String type = xml.attribute("Type");
                cell = typed(type == null ? "String" : type, xml.text(""));
            } else if (xml.begins("Comment")) {
                xml.text("");
            }
        }
        return cell;
    }

    private static Cell typed(String type, String value) {
        return switch (type) {
            case "Number" -> number(value.strip());
            case "DateTime" -> moment(value.strip());
            case "Boolean" -> new Cell.Text(Boolean.toString("1".equals(value.strip())));
            case "Error" -> Cell.Broken.error(value);
            default -> new Cell.Text(value);
        };
    }

    private static Cell number(String text) {
        try {
            return new Cell.Numeric(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return new Cell.Text(text);
        }
    }

    private static Cell moment(String text) {
        try {
            return new Cell.Moment(LocalDateTime.parse(text));
        } catch (DateTimeParseException _) {
            return new Cell.Text(text);
        }
    }

    @Override
    public long bytesRead() {
        return xml.bytesRead() - start;
    }

    @Override
    public void close() {
        xml.close();
    }
}
