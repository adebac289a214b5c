package io.tidemark.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the data is: in a directory with a PostgreSQL of its own, or in a database that somebody else runs.
///
/// @param databaseUrl null for the directory's own PostgreSQL
/// @param postgresUser the system user that runs it when the program runs as root; null chooses one
/// @param stays for a server, which must own the directory's PostgreSQL: attached to that of a short command it would
///     lose it when the command ends
record Location(
        Path dataDirectory,
        @Nullable String databaseUrl,
        @Nullable String postgresUser,
        boolean stays) {
    /// The URL may hold a password.
    @Override
    public String toString() {
        return "Location[" + dataDirectory + "]";
    }
}
