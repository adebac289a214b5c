package io.tidemark.collect.connection;

import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.sync.Accesses;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LiveChoices;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/// A sign-in whose accounts are all collected, for tests of what comes after the choice.
public final class SignedIn {
    private final Connections connections;
    private final LiveChoices choices;
    private final SealedTokens tokens;
    private final Login login;
    private final Clock clock;
    private final Accesses accesses;
    private final Database database;
    private final Seal seal;
    private final Grants grants;

    public SignedIn(Database database, Login login, Clock clock) {
        this.login = login;
        this.clock = clock;
        this.database = database;
        seal = new Seal(() -> List.of(new SecretKeySpec(new byte[32], "AES")), new SecureRandom());
        connections = new Connections(database);
        choices = new LiveChoices(database);
        tokens = new SealedTokens(seal);
        Apps apps = new Apps(
                Map.of(login.key() + ".client-id", "client", login.key() + ".client-secret", "secret"), Map.of());
        grants = new Grants(connections, new Logins(List.of(login)), apps, seal, new HttpTokenCalls(clock), clock);
        accesses = new GrantAccesses(connections, grants);
    }

    /// The app as it is registered with the platform.
    public static Login.App app(String login) {
        return new Login.App(
                "client", new Secret("secret"), URI.create("http://127.0.0.1:8003/oauth/" + login + "/callback"));
    }

    public Accesses accesses() {
        return accesses;
    }

    /// @return the ids of the accounts that are collected from now on
    public List<Long> collectAll(long businessId, Login.Grant grant) {
        long connection = connections.newId();
        connections.add(businessId, connection, login.key(), "Test", tokens.seal(businessId, connection, grant), null);
        List<LiveChoices.Chosen> chosen = new AccountFinder(clock)
                .find(login, grant.credential(), grant.place()).stream()
                        .map(found -> chosen(businessId, connection, found))
                        .toList();
        return choices.collect(businessId, connection, chosen);
    }

    /// The person signs in once more.
    public void reconnect(long businessId, Login.Grant grant) {
        long connection = connections.all(businessId).getFirst().id();
        if (!connections.replace(businessId, connection, null, tokens.seal(businessId, connection, grant))) {
            throw new IllegalStateException("There is no connection " + connection);
        }
        new AccountChoice(new Logins(List.of(login)), grants, new LiveAccounts(database), choices, seal, clock)
                .renewOwn(businessId, connections.all(businessId).getFirst());
    }

    private LiveChoices.Chosen chosen(long businessId, long connection, AccountFinder.Found found) {
        FoundAccount account = found.account();
        String id = account.account().externalId();
        return new LiveChoices.Chosen(
                found.connector().key(),
                id,
                account.account().kind(),
                account.key(),
                tokens.sealOwn(businessId, connection, id, account.token()));
    }
}
