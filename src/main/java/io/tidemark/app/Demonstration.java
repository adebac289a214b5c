package io.tidemark.app;

import io.tidemark.collect.connection.SignIns;
import io.tidemark.collect.demo.DemoBusiness;
import io.tidemark.collect.demo.DemoPlatforms;
import io.tidemark.collect.sync.SyncEngine;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.User;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The demonstration: its history, and the simulated platforms on which it goes on while it is served.
final class Demonstration implements AutoCloseable {
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;
    private @Nullable DemoPlatforms platforms;

    Demonstration(Ledger ledger, Directory directory, Clock clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /// Collects the history unless it is there.
    Business ensure(Instant now, Consumer<String> progress) {
        return new DemoBusiness().ensure(ledger, directory, now, progress);
    }

    /// The same, and starts its platforms.
    Business ensureLive(DemoKey key, SecureRandom random, Instant now, Consumer<String> progress) {
        if (directory.businesses().stream().noneMatch(Business::demo)) {
            key.create(random);
        }
        Business business = ensure(now, progress);
        Instant collectedAt = DemoBusiness.collectedAt(ledger, business).orElse(now);
        key.read()
                .ifPresentOrElse(
                        known -> platforms = DemoPlatforms.start(collectedAt, clock, known),
                        () -> progress.accept("This demonstration was begun by an earlier version, without platforms to"
                                + " connect: --reset begins it anew."));
        return business;
    }

    /// Settings by which no platform is reached but those of the demonstration, where it has any.
    ConnectionSettings over(ConnectionSettings settings) {
        return platforms == null ? settings : settings.simulating(platforms.settings());
    }

    /// Connects its accounts with its platforms, where it has any.
    ///
    /// @param origin under which people reach this server
    void connect(
            Business business,
            User user,
            URI origin,
            Connecting connecting,
            SyncEngine engine,
            Consumer<String> progress) {
        if (platforms == null) {
            return;
        }
        String here = origin.toString();
        platforms.register(Set.of(here, here.replace("127.0.0.1", "localhost")));
        SignIns.Traveller traveller = new SignIns.Traveller(user.id(), here, id -> id == business.id());
        new DemoConnections(platforms, connecting, engine, clock).ensure(business, traveller, progress);
        platforms.haveMildFaults();
    }

    @Override
    public void close() {
        if (platforms != null) {
            platforms.close();
        }
    }
}
