package io.tidemark.serve;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/// Where the server listens and what it takes.
///
/// @param port 0 takes any free one
/// @param uploadLimit the largest file that may be imported over HTTP
/// @param uploadDirectory where uploaded files lie until they are imported
public record ServerSettings(String host, int port, DataSize uploadLimit, Path uploadDirectory) {
    public static final DataSize DEFAULT_UPLOAD_LIMIT = DataSize.ofMegabytes(512);
}
