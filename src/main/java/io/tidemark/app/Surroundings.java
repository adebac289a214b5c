package io.tidemark.app;

import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import io.tidemark.serve.Services;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/// What a command meets outside of itself. `out` is for results alone; everything said to a person beside them goes to
/// `err`.
///
/// @param data standard output once more, for what is not text
record Surroundings(
        PrintWriter out,
        PrintWriter err,
        OutputStream data,
        InputStream in,
        Path home,
        Map<String, String> environment,
        Opener opener,
        ServerStarter server,
        Lifetime lifetime) {
    /// Opens what lies at a location.
    @FunctionalInterface
    interface Opener {
        Core open(Location location);
    }

    /// Starts the web server.
    @FunctionalInterface
    interface ServerStarter {
        Server start(ServerSettings settings, Services services);
    }

    /// Keeps a server running until the program is told to stop, then closes what it is given, in this order.
    @FunctionalInterface
    interface Lifetime {
        void runUntilStopped(AutoCloseable... closeables) throws InterruptedException;
    }
}
