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
    private static final Path BUILD = Path.of("target", "postgres").toAbsolutePath();
    private static final Path HOME = home();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /// What a server and the databases of a test need, many times over.
    private static final long ROOM = 2L << 30;

    /// Of hundreds of databases each is in use for a second: none needs to be looked after or to survive anything, and
    /// what is read is in memory, so that no worker has to fetch it.
    private static final Map<String, String> SETTINGS = Map.of(
            "autovacuum", "off",
            "checkpoint_timeout", "1h",
            "max_wal_size", "256MB",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "io_method", "sync");

    private TestPostgres() {}

    /// In memory where the machine has a disk there: making and deleting the files of tables takes a real disk's file
    /// system a good part of the server's time.
    /// Checkouts of one user share it: the next run of any of them removes what a killed one left.
    private static Path home() {
        Path memory = Path.of("/dev/shm");
        try {
            return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= ROOM
                    ? memory.resolve("tidemark-tests-" + System.getProperty("user.name"))
                    : BUILD;
        } catch (IOException unknown) {
            return BUILD;
        }
    }

    /// Where tests unpack the binaries, once for all runs.
    public static Path binaries() {
        return BUILD.resolve("binaries");
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
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + template + " strategy file_copy");
        return server().withDatabase(name);
    }

    /// Deletes a database; whoever is still connected to it is cut off.
    public static void drop(String name) {
        execute("drop database " + name + " with (force)");
    }

    private static void execute(String command) {
        try (var connection = connect(server());
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new IllegalStateException("not done: " + command, failure);
        }
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
