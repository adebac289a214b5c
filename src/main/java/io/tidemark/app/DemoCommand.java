package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.serve.Server;
import io.tidemark.serve.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Serves a demonstration business on this machine only, and prints how to look at it.")
final class DemoCommand implements Callable<Integer> {
    private static final String HOST = "127.0.0.1";

    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", description = "Where to listen (default: 8003).")
    private int port = 8003;

    @Option(names = "--reset", description = "Throw the demonstration away and begin anew.")
    private boolean reset;

    DemoCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path directory = root.dataDirectory(".tidemark-demo");
        checkThatItIsOurs(directory);
        if (reset) {
            reset(directory);
        }
        DemoSignIn signIn = DemoSignIn.readOrCreate(directory, new SecureRandom());
        Core core = root.openToStay(directory);
        Business business = prepare(core);
        String token = signIn.token(core);
        ServerSettings settings =
                new ServerSettings(HOST, port, ServerSettings.DEFAULT_UPLOAD_LIMIT, core.uploadDirectory());
        Server server = ServeCommand.start(surroundings, settings, core, started -> {
            core.connectDemonstration(business, signIn.ensureUser(core), address(started), this::tell);
            core.begin(Work.DEFAULT.with(started::sendReports));
        });
        print(surroundings.out(), address(server), signIn, business, token);
        surroundings.lifetime().runUntilStopped(server, core);
        return 0;
    }

    /// Platforms are simulated in a directory of its own alone: a database of somebody else's may hold accounts of real
    /// ones.
    private Business prepare(Core core) {
        try {
            return core.demonstration(root.databaseUrl() == null, this::tell);
        } catch (RuntimeException problem) {
            core.close();
            throw problem;
        }
    }

    private static URI address(Server server) {
        return URI.create("http://" + HOST + ":" + server.port());
    }

    private void tell(String line) {
        surroundings.err().println(line);
        surroundings.err().flush();
    }

    private static void print(PrintWriter out, URI address, DemoSignIn signIn, Business business, String token) {
        out.println();
        out.println("Tidemark serves a demonstration: " + business.name());
        out.println();
        out.println("  Open      " + address);
        out.println("  E-mail    " + signIn.email());
        out.println("  Password  " + signIn.password());
        out.println();
        out.println("  curl -H 'Authorization: Bearer " + token + "' '" + address
                + "/api/v1/analytics/overview?business_id=" + business.id() + "'");
        out.println();
        out.println("Stop it with Ctrl-C; it is kept for the next time.");
        out.flush();
    }

    /// A demonstration never shares a directory with real data.
    private void checkThatItIsOurs(Path directory) {
        if (reset && root.databaseUrl() != null) {
            throw new CommandFailed("--reset throws away a directory of our own, not a database: leave out one of"
                    + " --reset and --database-url.");
        }
        if (!isEmpty(directory) && !DemoSignIn.marks(directory)) {
            throw new CommandFailed(directory + " holds something other than a demonstration: choose another"
                    + " directory with --data-dir.");
        }
    }

    private static boolean isEmpty(Path directory) {
        if (!Files.isDirectory(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void reset(Path directory) {
        try {
            if (isInUse(directory.resolve("server.lock"))) {
                throw new CommandFailed("The demonstration in " + directory + " is running: stop it first.");
            }
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException problem) {
            throw new CommandFailed(directory + " could not be removed: " + problem.getMessage(), problem);
        }
    }

    private static boolean isInUse(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        }
    }
}
