package io.tidemark.app;

import io.tidemark.collect.connection.AccountChoice;
import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connection.GrantAccesses;
import io.tidemark.collect.connection.Grants;
import io.tidemark.collect.connection.HttpTokenCalls;
import io.tidemark.collect.connection.Logins;
import io.tidemark.collect.connection.Resealing;
import io.tidemark.collect.connection.Seal;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.sync.Books;
import io.tidemark.collect.sync.Pause;
import io.tidemark.collect.sync.ReadingPlan;
import io.tidemark.collect.sync.SyncEngine;
import io.tidemark.collect.sync.SyncSettings;
import io.tidemark.collect.sync.Telemetry;
import io.tidemark.collect.sync.polling.AdaptivePolicy;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LiveChoices;
import io.tidemark.ledger.RawResponses;
import io.tidemark.ledger.Turns;
import io.tidemark.serve.connections.ConnectionDesk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections with platforms, composed: the desk that the web asks, and the tokens that collecting needs.
final class Connecting implements ConnectionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

    private final Apps apps;
    private final Logins logins;
    private final Connections connections;
    private final LiveAccounts accounts;
    private final LiveChoices choices;
    private final Turns turns;
    private final Grants grants;
    private final SignIns signIns;
    private final AccountChoice choice;
    private final Resealing resealing;
    private final RawResponses.@Nullable Bounds kept;
    private final Pause pause;
    private final SyncSettings sync;

    /// @throws CommandFailed where the settings cannot be read
    /// @throws io.tidemark.tenancy.SealingKeysUnusable where the keys cannot be had
    Connecting(Database database, ConnectionSettings settings, Clock clock) {
        Seal seal = new Seal(settings.keys(), settings.random());
        Login.TokenCalls calls = new HttpTokenCalls(clock);
        apps = settings.apps();
        kept = AnswerSettings.of(settings.settled());
        logins = new Logins(settings.platforms().apply(apps, clock));
        connections = new Connections(database);
        accounts = new LiveAccounts(database);
        choices = new LiveChoices(database);
        turns = new Turns(database);
        grants = new Grants(connections, logins, apps, seal, calls, clock);
        signIns = new SignIns(connections, logins, apps, seal, calls, clock, settings.random());
        choice = new AccountChoice(logins, grants, accounts, choices, seal, clock);
        pause = settings.pause();
        sync = settings.sync();
        resealing = new Resealing(connections, accounts, choices, seal);
    }

    Grants grants() {
        return grants;
    }

    /// Several logins may open accounts of one.
    List<Connector> connectors() {
        return logins.all().stream()
                .flatMap(login -> login.connectors().stream())
                .distinct()
                .toList();
    }

    /// What collects the accounts that were chosen.
    SyncEngine engine(Ledger ledger, Books books, Telemetry telemetry, Clock clock) {
        return new SyncEngine(
                ledger,
                books.keeping(kept),
                new GrantAccesses(connections, grants),
                connectors(),
                new ReadingPlan(new AdaptivePolicy()),
                sync,
                clock,
                pause,
                telemetry);
    }

    Resealing resealing() {
        return resealing;
    }

    @Override
    public Logins logins() {
        return logins;
    }

    @Override
    public Apps apps() {
        return apps;
    }

    @Override
    public SignIns.Begun begin(SignIns.Traveller traveller, SignIns.Wanted wanted) {
        SignIns.Begun begun = signIns.begin(traveller, wanted);
        if (begun instanceof SignIns.Arrival arrival) {
            renewOwn(arrival);
        }
        return begun;
    }

    @Override
    public SignIns.Arrival finish(SignIns.Traveller traveller, String login, SignIns.Answer answer) {
        SignIns.Arrival arrival = signIns.finish(traveller, login, answer);
        renewOwn(arrival);
        return arrival;
    }

    private void renewOwn(SignIns.Arrival arrival) {
        connections
                .find(arrival.businessId(), arrival.connectionId())
                .ifPresent(connection -> renewOwn(arrival.businessId(), connection));
    }

    /// What cannot be had now shows as soon as the accounts are collected, and another sign-in mends it.
    private void renewOwn(long businessId, Connection connection) {
        try {
            int renewed = choice.renewOwn(businessId, connection);
            LOG.info("connection={} tokens of accounts renewed={}", connection.id(), renewed);
        } catch (CallFailed failed) {
            LOG.warn("connection={} tokens of accounts not renewed: {}", connection.id(), failed.getMessage());
        }
    }

    @Override
    public List<Connection> connections(long businessId) {
        return connections.all(businessId);
    }

    @Override
    public Optional<Connection> find(long businessId, long connectionId) {
        return connections.find(businessId, connectionId);
    }

    @Override
    public boolean remove(long businessId, long connectionId) {
        return connections.remove(businessId, connectionId);
    }

    @Override
    public List<LiveAccount> accounts(long businessId) {
        return accounts.all(businessId);
    }

    @Override
    public List<AccountChoice.Offer> offers(long businessId, Connection connection) {
        return choice.offers(businessId, connection);
    }

    /// Has accounts collected whose first turn is taken by whoever asks.
    List<Long> take(long businessId, Connection connection, Set<String> externalIds) {
        return choice.choose(businessId, connection, externalIds);
    }

    @Override
    public List<Long> choose(long businessId, Connection connection, Set<String> externalIds) {
        List<Long> chosen = take(businessId, connection, externalIds);
        chosen.forEach(account -> turns.soon(businessId, account));
        return chosen;
    }

    private boolean resume(long businessId, long connectionId, long accountId) {
        boolean resumed = choices.resume(businessId, connectionId, accountId);
        if (resumed) {
            turns.soon(businessId, accountId);
        }
        return resumed;
    }

    @Override
    public boolean move(long businessId, long connectionId, long accountId, LiveAccount.Status to) {
        return switch (to) {
            case COLLECTING -> resume(businessId, connectionId, accountId);
            case PAUSED -> choices.pause(businessId, connectionId, accountId);
            case DISCONNECTED -> choices.disconnect(businessId, connectionId, accountId);
        };
    }

    @Override
    public boolean replies(long businessId, long connectionId, long accountId, boolean collect) {
        return choices.replies(businessId, connectionId, accountId, collect);
    }
}
