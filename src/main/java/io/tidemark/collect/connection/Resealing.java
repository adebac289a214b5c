package io.tidemark.collect.connection;

import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LiveChoices;

/// Seals all tokens with the key that seals now, so that the keys before can go.
public final class Resealing {
    private final Connections connections;
    private final LiveAccounts accounts;
    private final LiveChoices choices;
    private final SealedTokens tokens;

    public Resealing(Connections connections, LiveAccounts accounts, LiveChoices choices, Seal seal) {
        this.connections = connections;
        this.accounts = accounts;
        this.choices = choices;
        tokens = new SealedTokens(seal);
    }

    /// Tokens that change meanwhile are left to whoever changes them; asking once more says whether any are left.
    ///
    /// @return how many tokens of the business were sealed anew
    public int reseal(long businessId) {
        int resealed = 0;
        for (Connection connection : connections.all(businessId)) {
            byte[] anew = tokens.anew(businessId, connection);
            if (anew != null
                    && connections.reseal(
                            businessId, connection.id(), connection.grant().sealed(), anew)) {
                resealed++;
            }
        }
        for (LiveAccount account : accounts.all(businessId)) {
            byte[] before = account.sealedToken();
            byte[] anew = tokens.anew(businessId, account);
            if (before != null && anew != null && choices.reseal(businessId, account.accountId(), before, anew)) {
                resealed++;
            }
        }
        return resealed;
    }
}
