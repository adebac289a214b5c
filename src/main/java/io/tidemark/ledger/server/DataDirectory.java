package io.tidemark.ledger.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// What lies where in a data directory, all of it private to the user.
///
/// @param root an absolute path without links
record DataDirectory(Path root) {
    private static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int PASSWORD_BYTES = 24;

    /// A published server: its port and the process that owns it.
    record Published(int port, long owner) {}

    /// Creates the directory when it is missing.
    static DataDirectory prepare(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, PRIVATE_DIRECTORY);
            if (!Files.isWritable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            return new DataDirectory(path.toRealPath());
        } catch (IOException failure) {
            throw unusable(path, failure);
        }
    }

    static ServerUnavailable unusable(Path path, IOException failure) {
        String reason = switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> file.getFile() + " is not a directory";
            case NoSuchFileException missing -> missing.getFile() + " cannot be created";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getMessage();
        };
        return new ServerUnavailable(
                "The data directory " + path + " cannot be used (" + reason
                        + "): give one that Tidemark may write to with --data-dir.",
                failure);
    }

    /// Held by the process that owns the server, as long as it does.
    Path ownerLock() {
        return root.resolve("server.lock");
    }

    /// Held while a process starts, stops or finds the server: whoever holds it sees a server that is either
    /// ready or not there.
    Path doorLock() {
        return root.resolve("server.door");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path passwordFile() {
        return root.resolve("server.password");
    }

    /// The files of PostgreSQL itself.
    Path database() {
        return root.resolve("database");
    }

    private Path portFile() {
        return root.resolve("server.port");
    }

    /// The major version of PostgreSQL that made the database; empty when there is none yet.
    Optional<String> majorVersion() throws IOException {
        return read(database().resolve("PG_VERSION")).map(String::strip);
    }

    /// The process id in the file of the running server; empty when there is no such file.
    OptionalLong postmaster() throws IOException {
        Optional<String> first =
                read(postmasterFile()).flatMap(text -> text.lines().findFirst());
        return first.isPresent() && first.get().strip().matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(first.get().strip()))
                : OptionalLong.empty();
    }

    Path postmasterFile() {
        return database().resolve("postmaster.pid");
    }

    /// The password of the database, made on first use.
    String password(RandomGenerator random) throws IOException {
        Optional<String> known = read(passwordFile());
        if (known.isPresent()) {
            return known.get().strip();
        }
        if (majorVersion().isPresent()) {
            throw new ServerUnavailable("The password file " + passwordFile()
                    + " is missing, and the database cannot be opened without it: put it back from a copy.");
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        write(passwordFile(), password + "\n");
        return password;
    }

    /// Tells other processes where the server is.
    void publish(Published server) throws IOException {
        write(portFile(), server.port() + "\n" + server.owner() + "\n");
    }

    void withdraw() throws IOException {
        Files.deleteIfExists(portFile());
    }

    /// @throws ServerUnavailable when the owner left nothing readable
    Published published() throws IOException {
        List<String> lines = read(portFile()).stream().flatMap(String::lines).toList();
        try {
            return new Published(Integer.parseInt(lines.get(0)), Long.parseLong(lines.get(1)));
        } catch (IndexOutOfBoundsException | NumberFormatException unreadable) {
            throw new ServerUnavailable(
                    "Another Tidemark runs on " + root + " but does not say where its database is (" + portFile()
                            + "): stop it and try again.",
                    unreadable);
        }
    }

    /// Gives what the server needs to the account that runs it, unless it is somebody else's.
    void handOver(RunAccount account) throws IOException {
        account.requireReach(Objects.requireNonNullElse(root.getParent(), root));
        account.take(root);
        try (var entries = Files.newDirectoryStream(root, "{server.*,database}")) {
            for (Path entry : entries) {
                account.take(entry);
            }
        }
        account.requireReach(root);
    }

    /// A directory for a database in the making, empty and given to the account.
    Path newDatabase(RunAccount account) throws IOException {
        Path fresh = root.resolve("database.new");
        delete(fresh);
        Files.createDirectory(fresh, PRIVATE_DIRECTORY);
        account.take(fresh);
        return fresh;
    }

    /// The new database takes its place, also when the power fails a moment later.
    void settle(Path fresh) throws IOException {
        Files.move(fresh, database(), StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(root)) {
            directory.force(true);
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /// Whole or not at all, also for a reader in another process and after a power cut.
    private static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PRIVATE_FILE);
        Files.writeString(fresh, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
