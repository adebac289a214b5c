package io.tidemark.testing;

import io.tidemark.ledger.server.DatabaseAccess;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.ledger.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The PostgreSQL server of the test JVM: started on first use, thrown away at the end.
public final class TestPostgres {
    private static final Path HOME = Path.of("target", "postgres").toAbsolutePath();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /// Of hundreds of databases each is in use for a second: none needs to be looked after or to survive anything.
    private static final Map<String, String> SETTINGS =
            Map.of("autovacuum", "off", "checkpoint_timeout", "1h", "wal_level", "minimal", "max_wal_senders", "0");

    private TestPostgres() {}

    /// Where tests unpack the binaries, once for all runs.
    public static Path binaries() {
        return HOME.resolve("binaries");
    }

    /// The server with its first database, as the owner of everything.
    public static PostgresAccess server() {
        return Holder.SERVER.postgres();
    }

    /// A fresh empty database.
    public static PostgresAccess newDatabase() {
        return newDatabase("template1");
    }

    /// A fresh database, a copy of another that nobody is connected to.
    public static PostgresAccess newDatabase(String template) {
        PostgresAccess server = server();
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException failure) {
            throw new IllegalStateException("no database " + name + " from " + template, failure);
        }
        return server.withDatabase(name);
    }

    public static Connection connect(PostgresAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    /// Deletes a directory with all that is in it.
    public static void delete(Path tree) {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Holder {
        private static final DatabaseAccess SERVER = start();

        private static DatabaseAccess start() {
            Path directory = HOME.resolve("jvm-" + ProcessHandle.current().pid());
            removeAbandoned();
            delete(directory);
            DatabaseAccess access = DatabaseAccess.open(
                    directory,
                    ServerOptions.defaults()
                            .withBinaries(binaries())
                            .throwaway()
                            .withSettings(SETTINGS));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                access.close();
                delete(directory);
            }));
            return access;
        }

        /// Directories of test runs that were killed. Another process may be at it as well: who renames one deletes it.
        private static void removeAbandoned() {
            try {
                Files.createDirectories(HOME);
                try (var directories = Files.newDirectoryStream(HOME, "jvm-*")) {
                    for (Path directory : directories) {
                        long process = Long.parseLong(
                                directory.getFileName().toString().substring("jvm-".length()));
                        if (ProcessHandle.of(process).isEmpty()) {
                            claim(directory).ifPresent(TestPostgres::delete);
                        }
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Optional<Path> claim(Path directory) throws IOException {
            Path mine = HOME.resolve("of-" + ProcessHandle.current().pid() + "-" + directory.getFileName());
            try {
                return Optional.of(Files.move(directory, mine, StandardCopyOption.ATOMIC_MOVE));
            } catch (NoSuchFileException taken) {
                return Optional.empty();
            }
        }
    }
}
