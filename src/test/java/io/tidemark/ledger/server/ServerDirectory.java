package io.tidemark.ledger.server;

import io.tidemark.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/// A data directory of a test, with the ways to look into its database.
record ServerDirectory(Path path) implements AutoCloseable {
    private static final Path HOME = Path.of("target", "server-test").toAbsolutePath();

    /// A directory that does not exist yet.
    static ServerDirectory empty(String name) {
        Path path = HOME.resolve(name);
        TestPostgres.delete(path);
        try {
            // As an ordinary directory: one that the program makes on the way to its own is closed to other accounts.
            Files.createDirectories(HOME);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ServerDirectory(path);
    }

    /// Makes it a copy of a new database that was stopped: making one takes longer than anything else here.
    void copyDatabase() throws IOException {
        Path original = ReadyMade.PATH;
        try (var paths = Files.walk(original)) {
            for (Path each : paths.toList()) {
                Files.copy(each, path.resolve(original.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    DatabaseAccess open() {
        return DatabaseAccess.open(path, ServerProcess.options());
    }

    ProcessHandle postmaster() throws IOException {
        long pid = new DataDirectory(path).postmaster().orElseThrow();
        return ProcessHandle.of(pid).orElseThrow();
    }

    static void run(DatabaseAccess access, String... statements) throws SQLException {
        try (var connection = TestPostgres.connect(access.postgres());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String text(DatabaseAccess access, String query) throws SQLException {
        try (var connection = TestPostgres.connect(access.postgres());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() {
        TestPostgres.delete(path);
    }

    private static final class ReadyMade {
        private static final Path PATH = make();

        private static Path make() {
            ServerDirectory made = empty("ready-made-" + ProcessHandle.current().pid());
            made.open().close();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(made::close));
            return made.path();
        }
    }
}
