package io.tidemark.serve.export;

import io.tidemark.collect.file.table.FormulaGuard;
import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// RFC 4180: a header, commas, CRLF, UTF-8. A missing value is an empty cell, an empty text is `""`.
final class CsvWriter implements RowWriter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ByteSink out;
    private final List<ExportColumn> columns;
    private final boolean[] text;
    private final boolean byteOrderMark;

    CsvWriter(OutputStream out, List<ExportColumn> columns, boolean byteOrderMark) {
        this.out = new ByteSink(out);
        this.columns = columns;
        this.byteOrderMark = byteOrderMark;
        text = new boolean[columns.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = columns.get(i).kind() == Kind.TEXT;
        }
    }

    @Override
    public void begin() throws IOException {
        if (byteOrderMark) {
            out.put(BYTE_ORDER_MARK);
        }
        Row header = new Row(columns.size());
        columns.forEach(column -> header.add(column.name()));
        write(header, true);
    }

    @Override
    public void row(Row row) throws IOException {
        write(row, false);
    }

    private void write(Row row, boolean header) throws IOException {
        for (int i = 0; i < text.length; i++) {
            if (i > 0) {
                out.put(',');
            }
            if (!row.isNull(i)) {
                if (header || text[i]) {
                    text(row.bytes(), row.start(i), row.end(i));
                } else {
                    out.put(row.bytes(), row.start(i), row.end(i));
                }
            }
        }
        out.put('\r');
        out.put('\n');
    }

    private void text(byte[] bytes, int from, int end) throws IOException {
        boolean guarded = FormulaGuard.needed(bytes, from, end);
        if (!needsQuotes(bytes, from, end)) {
            if (guarded) {
                out.put('\'');
            }
            out.put(bytes, from, end);
            return;
        }
        out.put('"');
        if (guarded) {
            out.put('\'');
        }
        int written = from;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '"') {
                out.put(bytes, written, i + 1);
                written = i;
            }
        }
        out.put(bytes, written, end);
        out.put('"');
    }

    private static boolean needsQuotes(byte[] bytes, int from, int end) {
        if (from == end || bytes[from] == ' ' || bytes[end - 1] == ' ') {
            return true;
        }
        for (int i = from; i < end; i++) {
            switch (bytes[i]) {
                case '"', ',', '\r', '\n' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    @Override
    public void end() throws IOException {
        out.drain();
    }
}
