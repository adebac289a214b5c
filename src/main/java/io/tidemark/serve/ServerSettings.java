package io.tidemark.serve;

import io.tidemark.serve.events.EventPace;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/// Where the server listens and what it takes.
///
/// @param port 0 takes any free one
/// @param uploadLimit the largest file that may be imported over HTTP
/// @param uploadDirectory where uploaded files lie until they are imported
/// @param events how patient streams of events are
public record ServerSettings(String host, int port, DataSize uploadLimit, Path uploadDirectory, EventPace events) {
    public static final DataSize DEFAULT_UPLOAD_LIMIT = DataSize.ofGigabytes(4);

    public ServerSettings(String host, int port, DataSize uploadLimit, Path uploadDirectory) {
        this(host, port, uploadLimit, uploadDirectory, EventPace.DEFAULT);
    }
}
