package io.tidemark.app;

import io.tidemark.collect.connection.SignIns;
import io.tidemark.collect.demo.DemoPlatforms;
import io.tidemark.collect.sync.SyncEngine;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Connects the demonstration's accounts as a person does: sets out for the platform, agrees on its screens, comes back
/// and chooses. What people have connected, paused or left since stays as they left it.
final class DemoConnections {
    /// A sign-in that ends sooner is made good again, so that a demonstration that was kept for long still works.
    private static final Duration SOON = Duration.ofDays(20);

    private final DemoPlatforms platforms;
    private final Connecting connecting;
    private final SyncEngine engine;
    private final Clock clock;

    DemoConnections(DemoPlatforms platforms, Connecting connecting, SyncEngine engine, Clock clock) {
        this.platforms = platforms;
        this.connecting = connecting;
        this.engine = engine;
        this.clock = clock;
    }

    /// Collects what was never collected, and leaves the rest to its turns.
    void ensure(Business business, SignIns.Traveller traveller, Consumer<String> progress) {
        for (DemoPlatforms.Share share : DemoPlatforms.shares()) {
            List<LiveAccount> known = accounts(business, share);
            if (known.isEmpty()) {
                progress.accept("Connecting " + connecting.logins().title(share.login()) + ", simulated ...");
                connect(business, traveller, share);
            } else {
                known.stream()
                        .filter(account -> account.status() != LiveAccount.Status.DISCONNECTED)
                        .map(LiveAccount::connectionId)
                        .distinct()
                        .flatMap(id -> connecting.find(business.id(), id).stream())
                        .filter(this::endsSoon)
                        .forEach(connection -> signIn(business, traveller, share, connection.id()));
            }
        }
        collect(
                business,
                connecting.accounts(business.id()).stream()
                        .filter(account -> account.lastSuccessAt() == null)
                        .toList(),
                progress);
    }

    /// At the same time, since somebody waits for it.
    private void collect(Business business, List<LiveAccount> accounts, Consumer<String> progress) {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> turns = accounts.stream()
                    .map(account -> {
                        progress.accept("Collecting " + account.key().platform().title() + " @"
                                + account.key().handle() + " ...");
                        return CompletableFuture.runAsync(() -> engine.sync(business, account.accountId()), each);
                    })
                    .toList();
            turns.forEach(CompletableFuture::join);
        }
    }

    private void connect(Business business, SignIns.Traveller traveller, DemoPlatforms.Share share) {
        // One that was interrupted before it had chosen has signed in already.
        Connection connection = connecting.connections(business.id()).stream()
                .filter(made -> made.login().equals(share.login()) && !endsSoon(made))
                .findFirst()
                .orElseGet(() -> signIn(business, traveller, share, null));
        connecting.take(business.id(), connection, share.accounts());
    }

    private Connection signIn(
            Business business, SignIns.Traveller traveller, DemoPlatforms.Share share, @Nullable Long former) {
        SignIns.Wanted wanted = new SignIns.Wanted(business.id(), share.login(), former, share.told());
        SignIns.Arrival arrival = switch (connecting.begin(traveller, wanted)) {
            case SignIns.Away(URI address) ->
                connecting.finish(traveller, share.login(), platforms.signIn(address, share.person()));
            case SignIns.Arrival arrived -> arrived;
        };
        return connecting.find(business.id(), arrival.connectionId()).orElseThrow();
    }

    private boolean endsSoon(Connection connection) {
        Instant end = connection.grant().endsAt();
        return connection.status() != Connection.Status.GOOD
                || (end != null && end.isBefore(clock.instant().plus(SOON)));
    }

    private List<LiveAccount> accounts(Business business, DemoPlatforms.Share share) {
        return connecting.accounts(business.id()).stream()
                .filter(account -> share.accounts().contains(account.externalId()))
                .toList();
    }
}
