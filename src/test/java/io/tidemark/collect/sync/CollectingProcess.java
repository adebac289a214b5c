package io.tidemark.collect.sync;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.collect.connection.SignedIn;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.x.XConnector;
import io.tidemark.collect.connector.x.XLogin;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.derive.Deriver;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.MigratedDatabase;
import io.tidemark.testing.MutableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;

/// Another process that collects from a simulated X on a shared database: a line says which account and when it is, and
/// is answered with the instant of the account's next turn.
final class CollectingProcess implements AutoCloseable {
    private static final String TOLD = "turn ";
    private static final String NONE = "none";

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private CollectingProcess(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
        input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// @param arguments where the database is, and where X is; the password comes by the environment
    public static void main(String[] arguments) {
        DatabaseAddress address = new DatabaseAddress(arguments[0], arguments[1], System.getenv("PASSWORD"));
        MutableClock clock = new MutableClock(LiveFixture.BEGIN);
        try (Database database = MigratedDatabase.open(address, clock);
                Scanner input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            Business business = new Directory(database).businesses().getFirst();
            SyncEngine engine = engine(database, clock, arguments[2]);
            System.out.println(TOLD + NONE);
            while (input.hasNextLong()) {
                long account = input.nextLong();
                clock.advance(Duration.between(clock.instant(), Instant.parse(input.next())));
                System.out.println(TOLD
                        + engine.sync(business, account).map(Instant::toString).orElse(NONE));
            }
        }
    }

    private static SyncEngine engine(Database database, MutableClock clock, String x) {
        ConnectorSettings settings = new ConnectorSettings(Map.of("base-url", x));
        XLogin login = new XLogin(settings, new XConnector(settings));
        return new SyncEngine(
                new Ledger(database, new Deriver()),
                Books.of(database),
                new SignedIn(database, login, clock).accesses(),
                login.connectors(),
                new ReadingPlan(new AdaptivePolicy()),
                LiveFixture.settings(LiveFixture.ANY),
                clock,
                clock::advance,
                new Telemetry(new SimpleMeterRegistry()));
    }

    static CollectingProcess launch(DatabaseAddress address, URI x) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CollectingProcess.class.getName(),
                address.jdbcUrl(),
                address.user(),
                x.toString());
        builder.environment().put("PASSWORD", address.password());
        return new CollectingProcess(
                builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /// Lets it begin an account's turn.
    void begin(long account, Instant now) {
        try {
            input.write(account + " " + now + "\n");
            input.flush();
        } catch (IOException gone) {
            // It was killed before it could be told, as may happen to any process.
        }
    }

    /// What it says next; the log of the process shares its output.
    ///
    /// @return empty where another process has the account, or this one has died
    Optional<Instant> next() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(TOLD)) {
                String told = line.substring(TOLD.length());
                return told.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(told));
            }
        }
        return Optional.empty();
    }

    /// Without any chance to clean up.
    void kill() {
        // By its handle, since otherwise what it said last would be gone too.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
