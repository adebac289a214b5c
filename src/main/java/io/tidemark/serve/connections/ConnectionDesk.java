package io.tidemark.serve.connections;

import io.tidemark.collect.connection.AccountChoice;
import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connection.Logins;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where connections are made and looked after. What asks a platform lets its faults through
/// ([io.tidemark.collect.connector.CallFailed]).
public interface ConnectionDesk {
    Logins logins();

    Apps apps();

    /// Sets out to sign in with a platform.
    ///
    /// @throws io.tidemark.collect.connection.SignInFailed where there is no such login or no app
    /// @throws io.tidemark.collect.connector.Login.NotTaken where what the person told cannot be right
    SignIns.Begun begin(SignIns.Traveller traveller, SignIns.Wanted wanted);

    /// @throws io.tidemark.collect.connection.SignInFailed where nothing comes of it
    SignIns.Arrival finish(SignIns.Traveller traveller, String login, SignIns.Answer answer);

    List<Connection> connections(long businessId);

    Optional<Connection> find(long businessId, long connectionId);

    /// @return false where there is no such connection
    boolean remove(long businessId, long connectionId);

    /// All accounts of the business that are or were collected.
    List<LiveAccount> accounts(long businessId);

    List<AccountChoice.Offer> offers(long businessId, Connection connection);

    /// @return the ids of the accounts
    /// @throws io.tidemark.collect.connection.NotOffered where one of them cannot be collected
    List<Long> choose(long businessId, Connection connection, Set<String> externalIds);

    /// @return false where the account is not collected through the connection
    boolean move(long businessId, long connectionId, long accountId, LiveAccount.Status to);

    /// Has an account's replies collected too from now on, or no more.
    ///
    /// @return false where the account is not collected through the connection
    boolean replies(long businessId, long connectionId, long accountId, boolean collect);
}
