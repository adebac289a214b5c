package io.tidemark.app;

import io.tidemark.serve.Server;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

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
                System.out,
                System.in,
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                Tidemark::open,
                Server::start,
                new UntilSignal());
    }

    private static Core open(Location location) {
        Clock clock = Clock.systemUTC();
        Store store = LedgerStore.open(location, System.getenv(), clock);
        try {
            Logs.toFile(location.dataDirectory().resolve("tidemark.log"));
            return new Core(location.dataDirectory(), store, clock, new SecureRandom());
        } catch (RuntimeException problem) {
            store.close();
            throw problem;
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
