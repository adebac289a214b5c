package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// One object: what the file is about, its rows, how many they are, and at the very end that it is complete.
final class JsonWriter implements RowWriter {
    private final ByteSink out;
    private final JsonCells cells;
    private final Map<String, Object> about;
    private long rows;

    JsonWriter(OutputStream out, List<ExportColumn> columns, Map<String, Object> about) {
        this.out = new ByteSink(out);
        cells = new JsonCells(columns);
        this.about = about;
    }

    @Override
    public void begin() throws IOException {
        String head = Json.mapper().writeValueAsString(about);
        out.put(head.substring(0, head.length() - 1));
        out.put(",\n\"rows\":[");
    }

    @Override
    public void row(Row row) throws IOException {
        out.put(rows++ == 0 ? "\n" : ",\n");
        cells.write(row, out);
    }

    @Override
    public void end() throws IOException {
        out.put("\n],\"row_count\":" + rows + ",\"complete\":true}\n");
        out.drain();
    }
}
