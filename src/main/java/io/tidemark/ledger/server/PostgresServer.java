package io.tidemark.ledger.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running PostgreSQL server that ends when this process does, however this process ends.
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    /// The only address that the server listens on.
    static final InetAddress LOOPBACK = Inet4Address.ofLiteral("127.0.0.1");

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /// Runs the server and stops it fast when its own standard input ends: the other end of that pipe is this
    /// process, and the kernel closes it whatever this process dies of. `wait` returns early on a signal, hence
    /// the loop.
    private static final String WATCHDOG = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            trap 'kill -INT $server 2>/dev/null' TERM INT HUP
            ( read -r ignored <&3; kill -INT $server 2>/dev/null ) &
            watch=$!
            exec 3<&-
            wait $server
            code=$?
            while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
            kill $watch 2>/dev/null
            exit $code
            """;

    private final DataDirectory directory;
    private final Process process;
    private final ServerLog log;
    private final int port;
    private volatile boolean stopping;

    private PostgresServer(DataDirectory directory, Process process, ServerLog log, int port) {
        this.directory = directory;
        this.process = process;
        this.log = log;
        this.port = port;
    }

    int port() {
        return port;
    }

    /// Starts a server and waits until it accepts connections.
    static PostgresServer start(Cluster cluster) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Leftover.stop(cluster.directory(), cluster.options().patience());
            PostgresServer server = launch(cluster);
            ServerLog.Start start = server.awaitReady(cluster.options().patience());
            if (start == ServerLog.Start.READY) {
                server.reportUnexpectedEnd();
                return server;
            }
            String said = server.log.tail();
            server.stop(cluster.options().patience());
            if (start == ServerLog.Start.SILENT) {
                throw new ServerUnavailable(
                        "PostgreSQL in " + cluster.directory().root() + " said nothing for "
                                + cluster.options().patience().toSeconds() + " s while starting: look into "
                                + cluster.directory().log() + " and try again.");
            }
            if (attempt == TRIES || !Trouble.isPassing(said)) {
                throw Trouble.of(said, cluster.directory());
            }
            // The processes of a killed server go within moments, but nothing tells when the last one has.
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private ServerLog.Start awaitReady(Duration silence) throws IOException, InterruptedException {
        try {
            return log.awaitReady(silence);
        } catch (InterruptedException interrupted) {
            stop(silence);
            throw interrupted;
        }
    }

    private static PostgresServer launch(Cluster cluster) throws IOException {
        DataDirectory directory = cluster.directory();
        int port = freePort();
        var words = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own, so that Ctrl-C reaches Tidemark alone, which then stops the server in order.
            words.add("/usr/bin/setsid");
        }
        words.addAll(cluster.account().command(List.of("sh", "-c", WATCHDOG, "tidemark-postgres")));
        words.addAll(List.of(
                cluster.programs().resolve("postgres").toString(),
                "-D",
                directory.database().toString()));
        words.addAll(ServerSettings.arguments(port, cluster.options()));
        Process process = Command.quiet(new ProcessBuilder(words)).start();
        ServerLog log = ServerLog.follow(process.getInputStream(), directory.log());
        return new PostgresServer(directory, process, log, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private void reportUnexpectedEnd() {
        var _ = process.onExit().thenAccept(ended -> {
            if (!stopping) {
                LOG.error("the database server ended, directory={} said={}", directory.root(), log.tail());
            }
        });
    }

    /// Ends all connections and stops; after the given time without waiting for a last checkpoint.
    void stop(Duration patience) throws IOException {
        stopping = true;
        end(patience);
        log.awaitEnd(LAST_WORDS);
    }

    private void end(Duration patience) throws IOException {
        process.getOutputStream().close();
        if (Leftover.ended(process.toHandle(), patience)) {
            return;
        }
        LOG.warn("the database server does not stop, ending it at once, directory={}", directory.root());
        var pid = directory.postmaster();
        if (pid.isPresent()) {
            Command.signal("QUIT", pid.getAsLong());
        }
        if (!Leftover.ended(process.toHandle(), patience)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
