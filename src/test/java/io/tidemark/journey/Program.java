package io.tidemark.journey;

import io.tidemark.testing.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The packaged program on one data directory.
record Program(Path dataDirectory) {
    private static final Path JAR =
            Path.of("target", "unpacked", "tidemark.jar").toAbsolutePath();

    /// Those of the script `tidemark`; and since it is started often and runs briefly, compiled quickly.
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=50",
            "-XX:TieredStopAtLevel=1",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED");

    private static final Pattern ADDRESS = Pattern.compile("(http://[^ ]+)");

    /// What a command printed and how it ended.
    record Ended(int code, String out, String err) {}

    /// A server that was started and says that it serves.
    ///
    /// @param out what it prints after its address
    record Serving(Process process, URI address, BufferedReader out) {
        /// As `kill -9` does.
        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        /// As Ctrl-C does.
        void stop() {
            process.destroy();
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    Ended run(String input, String... arguments) {
        try {
            Process process = start(arguments);
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            var err = process.errorReader(StandardCharsets.UTF_8);
            var errors = java.util.concurrent.CompletableFuture.supplyAsync(
                    () -> String.join("\n", err.lines().toList()));
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out.strip(), errors.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Starts a server (`serve` or `demo`) and waits until it prints its address.
    Serving serve(String... arguments) {
        try {
            Process process = start(arguments);
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    return new Serving(process, URI.create(address.group(1)), out);
                }
            }
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new IllegalStateException("The server ended with " + process.waitFor() + ": " + err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Lets the data directory have the PostgreSQL that other tests have unpacked already.
    Program withKnownBinaries() {
        try (Stream<Path> known = Files.list(Files.createDirectories(TestPostgres.binaries()))) {
            Files.createDirectories(dataDirectory);
            for (Path binaries : known.filter(Files::isDirectory).toList()) {
                Files.createSymbolicLink(dataDirectory.resolve(binaries.getFileName()), binaries);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", dataDirectory.toString()));
        return new ProcessBuilder(command).start();
    }
}
