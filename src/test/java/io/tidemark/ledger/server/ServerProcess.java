package io.tidemark.ledger.server;

import io.tidemark.testing.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Another process that opens a data directory, as a second Tidemark would.
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final String greeting;

    private ServerProcess(Process process, BufferedReader output, String greeting) {
        this.process = process;
        this.output = output;
        this.greeting = greeting;
    }

    /// Opens the directory, says so, and closes it when its input ends.
    public static void main(String[] arguments) throws IOException {
        try (var access = DatabaseAccess.open(Path.of(arguments[0]), options())) {
            System.out.println(access.isOwner() ? "owner" : "attached");
            int end = System.in.read();
            System.out.println(end < 0 ? "closing" : "unexpected input");
        } catch (ServerUnavailable unavailable) {
            System.out.println(unavailable.getMessage());
        }
    }

    /// A server as durable as that of the product, on a database that was made without forcing it to disk.
    static ServerOptions options() {
        return ServerOptions.defaults()
                .withBinaries(TestPostgres.binaries())
                .throwaway()
                .withSettings(Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on"));
    }

    /// Starts the process without waiting for what it says.
    static Process launch(Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                directory.toString());
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static ServerProcess open(Path directory) throws IOException {
        return await(launch(directory));
    }

    /// Waits until the process has opened the directory.
    static ServerProcess await(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && line.matches("\\d{2}:.*|\\[.*")) {
            // The log of the process shares its output.
            line = output.readLine();
        }
        return new ServerProcess(process, output, String.valueOf(line));
    }

    String greeting() {
        return greeting;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Without any chance to clean up.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try (output) {
            if (process.isAlive()) {
                output.lines().forEach(line -> {});
            }
        }
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other process does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
