package io.tidemark.collect.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/// Builds BIFF workbooks: numbers become numeric cells, days become date cells, null stays blank.
public final class Workbook {
    private final HSSFWorkbook workbook = new HSSFWorkbook();
    private final CellStyle day = workbook.createCellStyle();

    public Workbook() {
        day.setDataFormat(workbook.createDataFormat().getFormat("m/d/yyyy"));
    }

    public Workbook sheet(String name, List<?>... rows) {
        Sheet sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].size(); c++) {
                set(row.createCell(c), rows[r].get(c));
            }
        }
        return this;
    }

    private void set(Cell cell, Object value) {
        switch (value) {
            case String text when text.isEmpty() -> cell.setBlank();
            case String text -> cell.setCellValue(text);
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            case Number number -> cell.setCellValue(number.doubleValue());
            default -> throw new IllegalArgumentException("No cell for " + value);
        }
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
