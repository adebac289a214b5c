package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/// The sheets of a BIFF workbook (`.xls`), read into memory whole: the format can hold 65,536 rows a sheet at most, and
/// the size is bounded before.
final class BiffWorkbook {
    private static final Sentence TOO_LARGE = Sentence.of(
            "old_workbook_too_large",
            "The workbook has more than the {most} bytes that are read of the old .xls kind: save it as .xlsx, or"
                    + " export a shorter period.");
    private static final Sentence PROTECTED =
            Sentence.of("workbook_protected", "The workbook is protected by a password: save it without one.");

    private BiffWorkbook() {}

    static List<Part> read(Bytes content, Container container, Limits limits) throws IOException {
        return read(bounded(content, limits.workbookBytes()), container);
    }

    private static byte[] bounded(Bytes content, long most) throws IOException {
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most) {
                throw new ImportRefused("file_too_large", TOO_LARGE.said(Map.of("most", Value.count(most))));
            }
            return bytes;
        }
    }

    private static List<Part> read(byte[] bytes, Container container) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
                HSSFWorkbook workbook = new HSSFWorkbook(files)) {
            List<Part> sheets = new ArrayList<>();
            for (Sheet sheet : workbook) {
                List<Row> rows = rows(sheet);
                long size = bytes.length / workbook.getNumberOfSheets();
                sheets.add(
                        new SheetPart(container, sheet.getSheetName(), size, () -> new Cursor(rows.iterator(), size)));
            }
            return sheets;
        } catch (EncryptedDocumentException e) {
            throw new ImportRefused("damaged_workbook", PROTECTED.said(), e);
        } catch (IOException | RuntimeException e) {
            // The library answers damage with whatever its innermost reader throws.
            throw XmlPull.damaged(e);
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
            case ERROR -> Cell.Broken.error(error(cell.getErrorCellValue()));
            case BLANK, FORMULA, _NONE -> Cell.empty();
        };
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code;
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
