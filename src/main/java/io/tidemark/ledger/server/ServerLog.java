package io.tidemark.ledger.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the server says: kept in a file of bounded size, and heard for the sentence that it is ready.
final class ServerLog {
    /// How a start went.
    enum Start {
        READY,
        ENDED,
        SILENT
    }

    private enum Sign {
        LINE,
        READY,
        END
    }

    private static final String READY_SENTENCE = "database system is ready to accept connections";
    private static final long LARGEST_FILE = 2L << 20;
    private static final int LINES_REMEMBERED = 30;

    private final Path file;
    private final BlockingQueue<Sign> signs = new LinkedBlockingQueue<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private final Thread reader;

    private ServerLog(InputStream output, Path file) {
        this.file = file;
        reader = Thread.ofPlatform().daemon().name("postgres-log").unstarted(() -> read(output));
    }

    /// Reads until the last process behind the stream has ended.
    static ServerLog follow(InputStream output, Path file) {
        var log = new ServerLog(output, file);
        log.reader.start();
        return log;
    }

    /// Waits until the last words are in the file, so that nothing is written to the directory after the server.
    void awaitEnd(Duration limit) {
        try {
            reader.join(limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the server to be ready. Recovery after a crash may take long; it reports progress meanwhile, so
    /// only silence counts.
    Start awaitReady(Duration silence) throws InterruptedException {
        while (true) {
            Sign sign = signs.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
            if (sign == null) {
                return Start.SILENT;
            }
            switch (sign) {
                case LINE -> {}
                case READY -> {
                    return Start.READY;
                }
                case END -> {
                    return Start.ENDED;
                }
            }
        }
    }

    /// The last lines.
    String tail() {
        synchronized (tail) {
            return String.join("\n", tail);
        }
    }

    private void read(InputStream output) {
        boolean ready = false;
        try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (!ready) {
                    ready = line.contains(READY_SENTENCE);
                    signs.add(ready ? Sign.READY : Sign.LINE);
                }
            }
        } catch (IOException closed) {
            keep("the output of the server was cut off: " + closed.getMessage());
        } finally {
            signs.add(Sign.END);
        }
    }

    private void keep(String line) {
        synchronized (tail) {
            tail.addLast(line);
            if (tail.size() > LINES_REMEMBERED) {
                tail.removeFirst();
            }
        }
        try {
            append(line);
        } catch (IOException ignored) {
            // A full disk must not stop the reading: the server would block on a full pipe.
        }
    }

    private void append(String line) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else if (Files.size(file) > LARGEST_FILE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            append(line);
            return;
        }
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }
}
