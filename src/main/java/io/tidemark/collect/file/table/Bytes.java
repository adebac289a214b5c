package io.tidemark.collect.file.table;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that are opened anew for every pass.
@FunctionalInterface
interface Bytes {
    InputStream open() throws IOException;
}
