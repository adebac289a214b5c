package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A workbook whose sheets stream: the rows, on further sheets where one is full, and a last sheet that says what the
/// file is about.
final class XlsxWriter implements RowWriter {
    /// What a sheet can hold, its header included.
    static final int ROWS_PER_SHEET = 1_048_576;

    private static final List<ExportColumn> ABOUT =
            List.of(new ExportColumn("name", Kind.TEXT, ""), new ExportColumn("value", Kind.TEXT, ""));

    private final Workbook workbook;
    private final List<ExportColumn> columns;
    private final SheetCells cells;
    private final Map<String, String> about;
    private final String name;
    private final int rowsPerSheet;
    private @Nullable ByteSink sheet;
    private int sheets;
    private int rows;

    /// @param name of the sheets; it says so when the data is a demonstration
    XlsxWriter(OutputStream out, List<ExportColumn> columns, String name, Map<String, String> about, int rowsPerSheet) {
        workbook = new Workbook(out);
        this.columns = columns;
        cells = new SheetCells(columns);
        this.name = name;
        this.about = about;
        this.rowsPerSheet = rowsPerSheet;
    }

    @Override
    public void begin() throws IOException {
        next();
    }

    @Override
    public void row(Row row) throws IOException {
        ByteSink current = rows == rowsPerSheet ? next() : sheet;
        if (current == null) {
            throw new IllegalStateException("Not begun");
        }
        cells.write(row, ++rows, current);
    }

    private ByteSink next() throws IOException {
        endSheet();
        sheets++;
        ByteSink fresh = workbook.beginSheet(sheets == 1 ? name : name + " " + sheets);
        cells.header(columns, fresh);
        rows = 1;
        sheet = fresh;
        return fresh;
    }

    private void endSheet() throws IOException {
        if (sheet != null) {
            workbook.endSheet(sheet);
        }
    }

    @Override
    public void end() throws IOException {
        endSheet();
        ByteSink last = workbook.beginSheet("about");
        SheetCells aboutCells = new SheetCells(ABOUT);
        aboutCells.header(ABOUT, last);
        Row row = new Row(2);
        int number = 1;
        for (Map.Entry<String, String> entry : about.entrySet()) {
            aboutCells.write(row.clear().add(entry.getKey()).add(entry.getValue()), ++number, last);
        }
        workbook.endSheet(last);
        workbook.end();
    }
}
