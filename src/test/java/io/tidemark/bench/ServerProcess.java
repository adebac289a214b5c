package io.tidemark.bench;

import io.tidemark.ledger.server.PostgresAccess;
import java.io.BufferedReader;
import java.io.IOException;
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

/// The program itself in a process of its own, with the options that `./tidemark` gives it.
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://[^ ]+)");
    static final String USER = "bench@example.com";
    static final String PASSWORD = "a password of the bench";

    private final Process process;
    private final URI address;
    private final String token;

    private ServerProcess(Process process, URI address, String token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    static ServerProcess start(Path dataDirectory, PostgresAccess database) {
        try {
            run(dataDirectory, database, PASSWORD + "\n", "user", "add", USER, "--password-stdin");
            String token = run(dataDirectory, database, "", "token", "--user", USER);
            Process process = process(dataDirectory, database, "serve", "--port", "0");
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    return new ServerProcess(process, URI.create(found.group(1)), token);
                }
            }
            throw new IllegalStateException("The server ended before it served");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String run(Path dataDirectory, PostgresAccess database, String input, String... arguments)
            throws IOException {
        Process process = process(dataDirectory, database, arguments);
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code);
        }
        return out;
    }

    private static Process process(Path dataDirectory, PostgresAccess database, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=50",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tidemark.app.Tidemark"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", dataDirectory.toString(), "--database-url", database.jdbcUrl()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TIDEMARK_DATABASE_USER", database.user());
        builder.environment().put("TIDEMARK_DATABASE_PASSWORD", database.password());
        return builder.start();
    }

    URI address() {
        return address;
    }

    String token() {
        return token;
    }

    /// The most memory that the process has held so far, in megabytes; 0 where the system does not tell.
    long peakMegabytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            if (Files.notExists(status)) {
                return 0;
            }
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
