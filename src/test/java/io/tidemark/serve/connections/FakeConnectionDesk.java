package io.tidemark.serve.connections;

import io.tidemark.collect.connection.AccountChoice;
import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connection.Logins;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A server without any platform.
public final class FakeConnectionDesk implements ConnectionDesk {
    @Override
    public Logins logins() {
        return new Logins(List.of());
    }

    @Override
    public Apps apps() {
        return new Apps(Map.of(), Map.of());
    }

    @Override
    public SignIns.Begun begin(SignIns.Traveller traveller, SignIns.Wanted wanted) {
        throw new IllegalStateException("No platform here");
    }

    @Override
    public SignIns.Arrival finish(SignIns.Traveller traveller, String login, SignIns.Answer answer) {
        throw new IllegalStateException("No platform here");
    }

    @Override
    public List<Connection> connections(long businessId) {
        return List.of();
    }

    @Override
    public Optional<Connection> find(long businessId, long connectionId) {
        return Optional.empty();
    }

    @Override
    public boolean remove(long businessId, long connectionId) {
        return false;
    }

    @Override
    public List<LiveAccount> accounts(long businessId) {
        return List.of();
    }

    @Override
    public List<AccountChoice.Offer> offers(long businessId, Connection connection) {
        return List.of();
    }

    @Override
    public List<Long> choose(long businessId, Connection connection, Set<String> externalIds) {
        return List.of();
    }

    @Override
    public boolean move(long businessId, long connectionId, long accountId, LiveAccount.Status to) {
        return false;
    }

    @Override
    public boolean replies(long businessId, long connectionId, long accountId, boolean collect) {
        return false;
    }
}
