package io.tidemark.collect.file.table;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet of an `.xlsx` workbook.
final class XlsxRows implements RowCursor {
    private final XmlPull xml;
    private final @Nullable SharedStrings strings;
    private final XlsxStyles styles;
    private final boolean from1904;
    private boolean inData;
    private int row;

    XlsxRows(XmlPull xml, @Nullable SharedStrings strings, XlsxStyles styles, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /// After the last row the rest of the sheet is read as well, so that damage there is seen.
    @Override
    public @Nullable Row next() {
        try {
            while (xml.next()) {
                if (xml.begins("sheetData") || xml.ends("sheetData")) {
                    inData = xml.begins("sheetData");
                } else if (inData && xml.begins("row")) {
                    return row();
                }
            }
            return null;
        } catch (ImportRefused e) {
            throw e.at(Math.max(row, 1));
        }
    }

    private Row row() {
        row = SheetGrid.row(xml.index("r", row + 1, SheetGrid.ROWS), row);
        List<Cell> cells = new ArrayList<>();
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                String place = xml.attribute("r");
                int column = place == null ? cells.size() : SheetGrid.column(place);
                SheetGrid.put(cells, column, cell());
            }
        }
        return new Row(row, cells);
    }

    private Cell cell() {
        String type = xml.attribute("t");
        int style = xml.index("s", 0, Short.MAX_VALUE);
        String formula = null;
        String value = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                value = xml.text("");
            } else if (xml.begins("is")) {
                value = XlsxText.of(xml);
            } else if (xml.begins("f")) {
                formula = xml.text("");
            }
        }
        boolean given = value != null && (!value.isEmpty() || "str".equals(type));
        if (value == null || !given) {
            return formula == null ? Cell.empty() : Cell.Broken.formula(formula);
        }
        return typed(type == null ? "n" : type, value, style);
    }

    private Cell typed(String type, String value, int style) {
        return switch (type) {
            case "s" -> new Cell.Text(shared(value));
            case "str" -> new Cell.Text(XlsxText.unescape(value));
            case "inlineStr" -> new Cell.Text(value);
            case "b" -> new Cell.Text(Boolean.toString("1".equals(value) || "true".equals(value)));
            case "e" -> Cell.Broken.error(value);
            case "d" -> moment(value);
            default -> number(value.strip(), style);
        };
    }

    private String shared(String number) {
        if (strings == null) {
            throw XmlPull.damaged(null);
        }
        return strings.get(number.strip());
    }

    private static Cell moment(String text) {
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            return new Cell.Moment(LocalDateTime.parse(local.contains("T") ? local : local + "T00:00"));
        } catch (DateTimeParseException _) {
            return new Cell.Text(text);
        }
    }

    private Cell number(String text, int style) {
        if (text.isEmpty()) {
            return Cell.empty();
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return new Cell.Text(text);
        }
        return styles.isDate(style) && DateUtil.isValidExcelDate(value)
                ? new Cell.Moment(DateUtil.getLocalDateTime(value, from1904))
                : new Cell.Numeric(value);
    }

    @Override
    public long bytesRead() {
        return xml.bytesRead();
    }

    @Override
    public void close() {
        xml.close();
    }
}
