package io.tidemark.serve.export;

import io.tidemark.ledger.ExportColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One JSON object a line.
final class NdjsonWriter implements RowWriter {
    private final ByteSink out;
    private final JsonCells cells;

    NdjsonWriter(OutputStream out, List<ExportColumn> columns) {
        this.out = new ByteSink(out);
        cells = new JsonCells(columns);
    }

    @Override
    public void begin() {}

    @Override
    public void row(Row row) throws IOException {
        cells.write(row, out);
        out.put('\n');
    }

    @Override
    public void end() throws IOException {
        out.drain();
    }
}
