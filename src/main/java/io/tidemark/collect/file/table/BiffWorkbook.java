package io.tidemark.collect.file.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/// The sheets of a BIFF workbook (`.xls`), read into memory whole: the format can hold 65,536 rows a sheet at most, and
/// the size is bounded before.
final class BiffWorkbook {
    private BiffWorkbook() {}

    static List<Part> read(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
                HSSFWorkbook workbook = new HSSFWorkbook(files)) {
            List<Part> sheets = new ArrayList<>();
            for (Sheet sheet : workbook) {
                sheets.add(
                        new SheetPart(sheet.getSheetName(), rows(sheet), bytes.length / workbook.getNumberOfSheets()));
            }
            return sheets;
        } catch (EncryptedDocumentException e) {
            throw new ImportRefused(
                    "damaged_workbook", "The workbook is protected by a password: save it without one.", e);
        } catch (IOException | RuntimeException e) {
            // The library answers damage with whatever its innermost reader throws.
            throw new ImportRefused(
                    "damaged_workbook",
                    "The workbook is truncated or damaged, or not a spreadsheet: download it again.",
                    e);
        }
    }

    private static List<Row> rows(Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Row row : sheet) {
            List<Cell> cells = new ArrayList<>(Collections.nCopies(Math.max(row.getLastCellNum(), 0), Cell.empty()));
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                cells.set(cell.getColumnIndex(), read(cell));
            }
            rows.add(new Row(row.getRowNum() + 1L, cells));
        }
        return rows;
    }

    private static Cell read(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? new Cell.Moment(cell.getLocalDateTimeCellValue())
                        : new Cell.Numeric(cell.getNumericCellValue());
            case STRING -> new Cell.Text(cell.getStringCellValue());
            case BOOLEAN -> new Cell.Text(Boolean.toString(cell.getBooleanCellValue()));
            case ERROR -> new Cell.Text("#error " + cell.getErrorCellValue());
            case BLANK, FORMULA, _NONE -> Cell.empty();
        };
    }

    private record SheetPart(String name, List<Row> rows, long size) implements Part {
        @Override
        public NumberStyle numberStyle() {
            return NumberStyle.POINT;
        }

        @Override
        public Optional<Instant> modifiedAt(ZoneId zoneOfLocalTimes) {
            return Optional.empty();
        }

        @Override
        public String folder() {
            return "";
        }

        @Override
        public RowCursor open() {
            return new Cursor(rows.iterator(), size);
        }
    }

    private static final class Cursor implements RowCursor {
        private final Iterator<Row> rows;
        private final long size;

        Cursor(Iterator<Row> rows, long size) {
            this.rows = rows;
            this.size = size;
        }

        @Override
        public @Nullable Row next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public long bytesRead() {
            return size;
        }

        @Override
        public void close() {
            // Everything is in memory already.
        }
    }
}
