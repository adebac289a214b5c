package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// Writes a row as SpreadsheetML: numbers as numbers, days as days, texts and ids as text. A missing value has no
/// cell.
final class SheetCells {
    /// The day before the first of a spreadsheet's calendar, counting the day that it wrongly gives to 1900.
    private static final long SHEET_EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();

    private final Kind[] kinds;
    private final byte[][] letters;
    private final SheetText text = new SheetText();

    SheetCells(List<ExportColumn> columns) {
        kinds = columns.stream().map(ExportColumn::kind).toArray(Kind[]::new);
        letters = new byte[kinds.length][];
        for (int i = 0; i < kinds.length; i++) {
            letters[i] = letters(i).getBytes(StandardCharsets.US_ASCII);
        }
    }

    void header(List<ExportColumn> columns, ByteSink out) throws IOException {
        byte[] number = {'1'};
        out.put("<row r=\"1\">");
        for (int i = 0; i < kinds.length; i++) {
            begin(out, i, number);
            out.put(" s=\"1\" t=\"inlineStr\"><is><t>");
            byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
            text.write(name, 0, name.length, out);
            out.put("</t></is></c>");
        }
        out.put("</row>");
    }

    void write(Row row, int rowNumber, ByteSink out) throws IOException {
        byte[] number = Integer.toString(rowNumber).getBytes(StandardCharsets.US_ASCII);
        out.put("<row r=\"");
        out.put(number);
        out.put("\">");
        for (int i = 0; i < kinds.length; i++) {
            if (!row.isNull(i)) {
                begin(out, i, number);
                cell(row, i, out);
            }
        }
        out.put("</row>");
    }

    private void begin(ByteSink out, int column, byte[] number) throws IOException {
        out.put("<c r=\"");
        out.put(letters[column]);
        out.put(number);
        out.put('"');
    }

    private void cell(Row row, int i, ByteSink out) throws IOException {
        switch (kinds[i]) {
            case NUMBER -> {
                out.put("><v>");
                out.put(row.bytes(), row.start(i), row.end(i));
                out.put("</v></c>");
            }
            case DATE -> {
                long day = LocalDate.parse(row.text(i)).toEpochDay() - SHEET_EPOCH;
                out.put(" s=\"2\"><v>" + day + "</v></c>");
            }
            case BOOLEAN -> {
                out.put(" t=\"b\"><v>");
                out.put(row.bytes()[row.start(i)] == 't' ? '1' : '0');
                out.put("</v></c>");
            }
            case TEXT, ID, TIME -> {
                out.put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                text.write(row.bytes(), row.start(i), row.end(i), out);
                out.put("</t></is></c>");
            }
        }
    }

    /// A, B, … Z, AA, AB, …
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
