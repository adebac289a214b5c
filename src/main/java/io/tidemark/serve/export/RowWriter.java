package io.tidemark.serve.export;

import java.io.IOException;

/// Writes rows in one format. A file is complete only once it was ended.
interface RowWriter {
    void begin() throws IOException;

    void row(Row row) throws IOException;

    void end() throws IOException;
}
