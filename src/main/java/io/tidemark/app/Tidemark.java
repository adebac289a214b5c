package io.tidemark.app;

import io.tidemark.serve.Server;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The program.
public final class Tidemark {
    private Tidemark() {}

    public static void main(String[] args) {
        Logs.quiet();
        System.exit(new Program(surroundings()).run(args));
    }

    private static Surroundings surroundings() {
        return new Surroundings(
                writer(System.out),
                writer(System.err),
                System.in,
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                location -> {
                    throw new CommandFailed("There is no ledger yet.");
                },
                Server::start,
                (core, progress) -> {
                    throw new CommandFailed("There is no demonstration yet.");
                },
                new UntilSignal());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
