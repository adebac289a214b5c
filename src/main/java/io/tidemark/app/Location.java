package io.tidemark.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the data is: in a directory with a PostgreSQL of its own, or in a database that somebody else runs.
///
/// @param databaseUrl null for the directory's own PostgreSQL
/// @param postgresUser the system user that runs it when the program runs as root; null chooses one
record Location(
        Path dataDirectory,
        @Nullable String databaseUrl,
        @Nullable String postgresUser) {
    /// The URL may hold a password.
    @Override
    public String toString() {
        return "Location[" + dataDirectory + "]";
    }
}
