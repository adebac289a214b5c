package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportColumn.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a row as a JSON object: every column is there, a missing value as null.
final class JsonCells {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] names;
    private final boolean[] quoted;

    JsonCells(List<ExportColumn> columns) {
        names = new byte[columns.size()][];
        quoted = new boolean[columns.size()];
        for (int i = 0; i < names.length; i++) {
            Kind kind = columns.get(i).kind();
            // Names are ours: snake case, nothing to escape.
            names[i] = ((i == 0 ? "{\"" : ",\"") + columns.get(i).name() + "\":").getBytes(StandardCharsets.US_ASCII);
            quoted[i] = kind == Kind.TEXT || kind == Kind.TIME || kind == Kind.DATE;
        }
    }

    void write(Row row, ByteSink out) throws IOException {
        for (int i = 0; i < names.length; i++) {
            out.put(names[i]);
            if (row.isNull(i)) {
                out.put(NULL);
            } else if (quoted[i]) {
                string(row.bytes(), row.start(i), row.end(i), out);
            } else {
                out.put(row.bytes(), row.start(i), row.end(i));
            }
        }
        out.put('}');
    }

    private static void string(byte[] bytes, int from, int end, ByteSink out) throws IOException {
        out.put('"');
        int written = from;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
                out.put(bytes, written, i);
                escape(b, out);
                written = i + 1;
            }
        }
        out.put(bytes, written, end);
        out.put('"');
    }

    private static void escape(byte b, ByteSink out) throws IOException {
        out.put('\\');
        switch (b) {
            case '\n' -> out.put('n');
            case '\r' -> out.put('r');
            case '\t' -> out.put('t');
            case '"', '\\' -> out.put(b);
            default -> {
                out.put('u');
                out.put('0');
                out.put('0');
                out.put(HEX[b >> 4]);
                out.put(HEX[b & 0xf]);
            }
        }
    }
}
