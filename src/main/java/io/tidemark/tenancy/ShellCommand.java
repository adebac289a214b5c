package io.tidemark.tenancy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A command of the operator, of whose output nothing is told to anybody.
record ShellCommand(String command) {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final File NOTHING = new File("/dev/null");
    private static final int MOST_BYTES = 1 << 16;

    /// @throws SealingKeysUnusable where it fails
    String output() {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            CompletableFuture<String> output =
                    CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SealingKeysUnusable("The command of " + SealingKeys.COMMAND + " does not end.");
            }
            if (process.exitValue() != 0) {
                throw new SealingKeysUnusable("The command of " + SealingKeys.COMMAND + " ends with exit code "
                        + process.exitValue() + ": run it by hand to see why.");
            }
            return output.join();
        } catch (IOException problem) {
            throw new SealingKeysUnusable("The command of " + SealingKeys.COMMAND + " cannot be run.", problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SealingKeysUnusable("The program ends.", stopped);
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException ignored) {
            // It was ended: whoever waits for it says so.
            return "";
        }
    }
}
