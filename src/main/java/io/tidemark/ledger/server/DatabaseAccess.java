package io.tidemark.ledger.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A way to the database of a data directory: as the owner of its server, or attached to that of another process.
///
/// Closing stops the server when this is its owner, and does nothing otherwise. An attached process loses its
/// connections when the owner closes.
public final class DatabaseAccess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAccess.class);
    private static final int CONNECT_MILLIS = 5_000;

    private final DataDirectory directory;
    private final ServerOptions options;
    private final PostgresAccess postgres;
    private final @Nullable Owned owned;
    private final AtomicBoolean closed = new AtomicBoolean();

    private record Owned(FileMutex lock, PostgresServer server) {}

    private DatabaseAccess(
            DataDirectory directory, ServerOptions options, PostgresAccess postgres, @Nullable Owned owned) {
        this.directory = directory;
        this.options = options;
        this.postgres = postgres;
        this.owned = owned;
    }

    /// Starts the server of a data directory, which is created when missing, or attaches to the one that runs.
    ///
    /// @throws ServerUnavailable with a sentence for the user
    @SuppressWarnings("try")
    public static DatabaseAccess open(Path dataDirectory, ServerOptions options) {
        PostgresBinaries binaries = PostgresBinaries.forThisMachine();
        DataDirectory directory = DataDirectory.prepare(dataDirectory);
        try (FileMutex door = enter(directory, options)) {
            Optional<FileMutex> lock = FileMutex.tryAcquire(directory.ownerLock());
            return lock.isPresent() ? start(directory, binaries, options, lock.get()) : attach(directory, options);
        } catch (IOException failure) {
            throw DataDirectory.unusable(directory.root(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Opening the database was interrupted.", interrupted);
        }
    }

    /// How to connect, as the role that owns everything.
    public PostgresAccess postgres() {
        return postgres;
    }

    /// Whether this process runs the server.
    public boolean isOwner() {
        return owned != null;
    }

    private static FileMutex enter(DataDirectory directory, ServerOptions options)
            throws IOException, InterruptedException {
        try {
            return FileMutex.acquire(directory.doorLock(), options.patience());
        } catch (TimeoutException tooLong) {
            throw new ServerUnavailable(
                    "Another Tidemark has been starting or stopping the database in " + directory.root() + " for "
                            + options.patience().toSeconds() + " s: wait for it or end it, then try again.",
                    tooLong);
        }
    }

    /// Everything that was begun is taken back when it does not succeed.
    private static DatabaseAccess start(
            DataDirectory directory, PostgresBinaries binaries, ServerOptions options, FileMutex lock)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        PostgresServer server = null;
        boolean published = false;
        try {
            directory.withdraw();
            Cluster cluster = cluster(directory, binaries, options);
            cluster.prepare();
            server = PostgresServer.start(cluster);
            var access = access(directory, server.port());
            directory.publish(new DataDirectory.Published(
                    server.port(), ProcessHandle.current().pid()));
            published = true;
            long millis = (System.nanoTime() - began) / 1_000_000;
            LOG.info("database ready, directory={} port={} millis={}", directory.root(), server.port(), millis);
            return new DatabaseAccess(directory, options, access, new Owned(lock, server));
        } finally {
            if (!published) {
                try (lock) {
                    if (server != null) {
                        server.stop(options.patience());
                    }
                }
            }
        }
    }

    private static Cluster cluster(DataDirectory directory, PostgresBinaries binaries, ServerOptions options)
            throws IOException {
        RunAccount account = RunAccount.choose(new UnixSystem().getUid(), options.postgresUser(), Command::succeeds);
        requireRoom(directory, options);
        Path programs = binaries.unpackInto(options.binaries() == null ? directory.root() : options.binaries());
        var _ = directory.password(new SecureRandom());
        directory.handOver(account);
        return new Cluster(directory, account, programs, options);
    }

    private static void requireRoom(DataDirectory directory, ServerOptions options) throws IOException {
        long free = Files.getFileStore(directory.root()).getUsableSpace();
        if (directory.majorVersion().isEmpty() && free < options.freeBytes()) {
            throw new ServerUnavailable(
                    "A new database needs %d MB, and the disk of %s has %d MB left: free some space,"
                                    .formatted(options.freeBytes() >> 20, directory.root(), free >> 20)
                            + " or give another --data-dir.");
        }
    }

    private static DatabaseAccess attach(DataDirectory directory, ServerOptions options) throws IOException {
        DataDirectory.Published server = directory.published();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(PostgresServer.LOOPBACK, server.port()), CONNECT_MILLIS);
        } catch (IOException refused) {
            throw new ServerUnavailable(
                    "Another Tidemark (process " + server.owner() + ") owns " + directory.root()
                            + ", but its database does not answer: stop it and try again.",
                    refused);
        }
        return new DatabaseAccess(directory, options, access(directory, server.port()), null);
    }

    private static PostgresAccess access(DataDirectory directory, int port) throws IOException {
        return new PostgresAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE,
                Cluster.USER,
                directory.password(new SecureRandom()));
    }

    @Override
    @SuppressWarnings("try")
    public void close() {
        if (owned == null || !closed.compareAndSet(false, true)) {
            return;
        }
        // The lock goes before the door, so that whoever enters next finds no owner.
        try (FileMutex door = enterIfPossible();
                FileMutex lock = owned.lock()) {
            directory.withdraw();
            owned.server().stop(options.patience());
        } catch (IOException failure) {
            throw DataDirectory.unusable(directory.root(), failure);
        }
    }

    /// The server is stopped also when something keeps the door: null then.
    private @Nullable FileMutex enterIfPossible() throws IOException {
        try {
            return enter(directory, options);
        } catch (ServerUnavailable blocked) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
