package io.tidemark.ledger.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server of an owner that was killed. Only the process that holds the lock of the directory may ask.
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private Leftover() {}

    /// Stops the server that still runs on the directory, or is still exiting, and returns when it has ended.
    static void stop(DataDirectory directory, Duration patience) throws IOException {
        var pid = directory.postmaster();
        var process = pid.isPresent() ? ProcessHandle.of(pid.getAsLong()).orElse(null) : null;
        if (process == null) {
            return;
        }
        List<String> words = process.info().arguments().map(List::of).orElse(List.of());
        if (words.isEmpty()) {
            // Exiting, or not ours to look at: PostgreSQL's own check decides.
            return;
        }
        if (!runsOn(directory.database(), words)) {
            // The number was given to another process since, as happens when a container starts anew.
            Files.deleteIfExists(directory.postmasterFile());
            return;
        }
        LOG.info("stopping a leftover server, pid={} directory={}", process.pid(), directory.root());
        if (!end(process, "INT", patience) && !end(process, "QUIT", patience)) {
            throw new ServerUnavailable("A PostgreSQL that was left running on " + directory.root() + " (process "
                    + process.pid() + ") does not stop: end it and start again.");
        }
    }

    /// Asks for a fast (INT) or immediate (QUIT) shutdown; both leave every commit safe.
    static boolean end(ProcessHandle process, String signal, Duration patience) throws IOException {
        Command.signal(signal, process.pid());
        return ended(process, patience);
    }

    static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean runsOn(Path database, List<String> words) {
        int option = words.indexOf("-D");
        return option >= 0 && option + 1 < words.size() && words.get(option + 1).equals(database.toString());
    }
}
