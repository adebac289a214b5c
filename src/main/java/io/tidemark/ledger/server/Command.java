package io.tidemark.ledger.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program that was run to its end.
///
/// @param output what it wrote to both of its outputs
record Command(int exitCode, String output) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    boolean succeeded() {
        return exitCode == 0;
    }

    /// Runs a program without input.
    ///
    /// @throws IOException when it cannot be started
    static Command run(List<String> words) throws IOException {
        return run(words, "");
    }

    static Command run(List<String> words, String input) throws IOException {
        Process process = quiet(new ProcessBuilder(words)).start();
        var tooLong = CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        var end = CompletableFuture.runAsync(process::destroyForcibly, tooLong);
        try (var standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try (var output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said.strip());
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + words.getFirst(), interrupted);
        } finally {
            end.cancel(false);
        }
    }

    /// Whether the program exists and succeeds.
    static boolean succeeds(List<String> words) {
        try {
            return run(words).succeeded();
        } catch (IOException notThere) {
            return false;
        }
    }

    /// Messages in English and in one stream, and nothing from the user's own settings for PostgreSQL.
    static ProcessBuilder quiet(ProcessBuilder builder) {
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder.redirectErrorStream(true);
    }

    /// Sends a signal that Java has no word for.
    ///
    /// @param name such as INT or QUIT
    static void signal(String name, long pid) throws IOException {
        run(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid)));
    }
}
