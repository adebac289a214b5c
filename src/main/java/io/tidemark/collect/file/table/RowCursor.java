package io.tidemark.collect.file.table;

import org.jspecify.annotations.Nullable;

/// Hands out the rows of a part one after the other. Throws [ImportRefused] where the part cannot be read on.
public interface RowCursor extends AutoCloseable {
    /// The next row; null after the last one.
    @Nullable
    Row next();

    /// Bytes of the part consumed so far.
    long bytesRead();

    @Override
    void close();
}
