package io.tidemark.serve;

import org.springframework.util.unit.DataSize;

/// Where the server listens and what it takes.
///
/// @param port 0 takes any free one
/// @param uploadLimit the largest file that may be imported over HTTP
public record ServerSettings(String host, int port, DataSize uploadLimit) {
    public static final DataSize DEFAULT_UPLOAD_LIMIT = DataSize.ofMegabytes(512);
}
