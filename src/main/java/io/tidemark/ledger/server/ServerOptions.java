package io.tidemark.ledger.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the server of a data directory is run.
///
/// @param postgresUser the unprivileged account that runs PostgreSQL when this process is root; null: root is
///     left through a user namespace
/// @param binaries where the binaries are unpacked; null: in the data directory
/// @param durable whether a commit survives a power cut; off only for databases that are thrown away
/// @param patience how long another process, a silent start or a stop is waited for
/// @param freeBytes what a new data directory must have room for
/// @param settings settings of PostgreSQL that win over those of the product
public record ServerOptions(
        @Nullable String postgresUser,
        @Nullable Path binaries,
        boolean durable,
        Duration patience,
        long freeBytes,
        Map<String, String> settings) {
    /// The binaries take 60 MB, a new database 40 MB; the rest is for the first write-ahead logs.
    private static final long ROOM = 256L << 20;

    public ServerOptions {
        settings = Map.copyOf(settings);
    }

    /// What the product runs with.
    public static ServerOptions defaults() {
        return new ServerOptions(null, null, true, Duration.ofSeconds(60), ROOM, Map.of());
    }

    public ServerOptions withPostgresUser(@Nullable String name) {
        return new ServerOptions(name, binaries, durable, patience, freeBytes, settings);
    }

    public ServerOptions withBinaries(Path directory) {
        return new ServerOptions(postgresUser, directory, durable, patience, freeBytes, settings);
    }

    public ServerOptions withPatience(Duration limit) {
        return new ServerOptions(postgresUser, binaries, durable, limit, freeBytes, settings);
    }

    public ServerOptions withFreeBytes(long bytes) {
        return new ServerOptions(postgresUser, binaries, durable, patience, bytes, settings);
    }

    public ServerOptions withSettings(Map<String, String> more) {
        return new ServerOptions(postgresUser, binaries, durable, patience, freeBytes, more);
    }

    /// For a database that nobody misses: nothing is forced to disk.
    public ServerOptions throwaway() {
        return new ServerOptions(postgresUser, binaries, false, patience, freeBytes, settings);
    }
}
