package io.tidemark.ledger.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A lock on a file that one holder on the machine has at a time. The kernel releases it when its process dies.
///
/// Closing any channel to a file drops all locks that this process holds on it, so within the process a
/// semaphore sees to it that a second channel is never opened.
final class FileMutex implements AutoCloseable {
    private static final Map<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore turn;
    private final FileChannel channel;

    private FileMutex(Semaphore turn, FileChannel channel) {
        this.turn = turn;
        this.channel = channel;
    }

    /// @param file an absolute path without links
    static Optional<FileMutex> tryAcquire(Path file) throws IOException {
        Semaphore turn = turn(file);
        return turn.tryAcquire() ? locked(turn, file, FileChannel::tryLock) : Optional.empty();
    }

    /// Waits for the holder.
    ///
    /// @param file an absolute path without links
    static FileMutex acquire(Path file, Duration patience) throws IOException, InterruptedException, TimeoutException {
        Semaphore turn = turn(file);
        if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        return locked(turn, file, channel -> lockWithin(channel, patience)).orElseThrow(TimeoutException::new);
    }

    private static Semaphore turn(Path file) {
        return IN_THIS_PROCESS.computeIfAbsent(file, path -> new Semaphore(1));
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<FileMutex> locked(Semaphore turn, Path file, Locking locking) throws IOException {
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            held = locking.lock(channel) != null;
            return held ? Optional.of(new FileMutex(turn, channel)) : Optional.empty();
        } finally {
            if (!held) {
                release(turn, channel);
            }
        }
    }

    /// A blocking lock has no deadline of its own: it waits in a thread that can be interrupted.
    private static @Nullable FileLock lockWithin(FileChannel channel, Duration patience) throws IOException {
        var task = new FutureTask<>(channel::lock);
        Thread.ofPlatform().daemon().name("file-lock").start(task);
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static void release(Semaphore turn, @Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            turn.release();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            release(turn, channel);
        }
    }

    @FunctionalInterface
    private interface Locking {
        @Nullable
        FileLock lock(FileChannel channel) throws IOException;
    }
}
