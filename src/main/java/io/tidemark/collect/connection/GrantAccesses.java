package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.sync.Access;
import io.tidemark.collect.sync.Accesses;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.words.Said;
import org.jspecify.annotations.Nullable;

/// The sign-ins of connections, for those who collect.
public final class GrantAccesses implements Accesses {
    private final Connections connections;
    private final Grants grants;

    public GrantAccesses(Connections connections, Grants grants) {
        this.connections = connections;
        this.grants = grants;
    }

    @Override
    public Access of(long businessId, LiveAccount account) {
        return new Access() {
            @Override
            public Credential credential() {
                return grants.credential(businessId, account.connectionId());
            }

            @Override
            public Login.@Nullable Place place() {
                return grants.place(businessId, account.connectionId());
            }

            @Override
            public Credential renewed(Credential refused) {
                return grants.renewed(businessId, account.connectionId(), refused);
            }
        };
    }

    @Override
    public TrackedAccount tracked(long businessId, LiveAccount account) {
        return grants.tracked(businessId, account);
    }

    @Override
    public String app(long businessId, LiveAccount account) {
        return connections
                .find(businessId, account.connectionId())
                .map(Connection::login)
                .orElse(account.connector());
    }

    @Override
    public void gone(long businessId, LiveAccount account, Said said) {
        grants.gone(businessId, account.connectionId(), said);
    }
}
