package io.tidemark.app;

import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the dashboard and the API until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", description = "Where to listen (default: 8003).")
    private int port = 8003;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "On which address (default: 127.0.0.1, this machine only; put a proxy with HTTPS in front"
                    + " before opening it to others).")
    private String host = "127.0.0.1";

    @Option(
            names = "--upload-limit",
            paramLabel = "MB",
            description = "The largest file that may be imported in the browser (default: 4096).")
    private int uploadLimit = Math.toIntExact(ServerSettings.DEFAULT_UPLOAD_LIMIT.toMegabytes());

    @Option(
            names = "--refresh-quota",
            paramLabel = "N",
            description = "How often people may refresh a business within an hour (default: 12).")
    private int refreshQuota = Work.REFRESHES_AN_HOUR;

    @Option(
            names = "--refresh-every",
            paramLabel = "MINUTES",
            description = "Also refresh everything that is connected by itself, this often (default: 0, never).")
    private int refreshEvery;

    ServeCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Work work = work();
        Path directory = root.dataDirectory(".tidemark");
        if (DemoSignIn.marks(directory)) {
            throw new CommandFailed(directory + " holds a demonstration, whose platforms are simulated: serve it with"
                    + " 'tidemark demo', or choose another directory with --data-dir.");
        }
        Core core = root.openToStay(directory);
        ServerSettings settings =
                new ServerSettings(host, port, DataSize.ofMegabytes(uploadLimit), core.uploadDirectory());
        Server server = start(surroundings, settings, core, started -> core.begin(work.with(started::sendReports)));
        surroundings
                .out()
                .println("Tidemark serves on http://" + host + ":" + server.port() + " (data in " + core.dataDirectory()
                        + "). Stop it with Ctrl-C.");
        surroundings.out().flush();
        surroundings.lifetime().runUntilStopped(server, core);
        return 0;
    }

    private Work work() {
        if (refreshQuota < 1) {
            throw new CommandFailed("--refresh-quota must be at least 1.");
        }
        if (refreshEvery < 0) {
            throw new CommandFailed("--refresh-every must not be negative; 0 means never.");
        }
        return Work.of(refreshQuota, refreshEvery);
    }

    /// Closes the core when the server does not start, or does not get to work.
    ///
    /// @param begin what is to be done once it answers
    static Server start(Surroundings surroundings, ServerSettings settings, Core core, Consumer<Server> begin) {
        try {
            return begun(surroundings.server().start(settings, core.services()), begin);
        } catch (RuntimeException problem) {
            core.close();
            if (Server.portIsTaken(problem)) {
                throw new CommandFailed(
                        "Port " + settings.port() + " of " + settings.host()
                                + " is taken by another program: stop that one, or choose another port with --port.",
                        problem);
            }
            throw problem;
        }
    }

    private static Server begun(Server server, Consumer<Server> begin) {
        try {
            begin.accept(server);
            return server;
        } catch (RuntimeException problem) {
            server.close();
            throw problem;
        }
    }
}
