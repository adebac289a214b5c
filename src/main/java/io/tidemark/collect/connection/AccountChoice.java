package io.tidemark.collect.connection;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LiveChoices;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Choosing which of the accounts that a connection opens are collected.
public final class AccountChoice {
    private static final Sentence NOT_OFFERED =
            Sentence.of("account_not_offered", "The platform does not offer the account {account} to this sign-in.");
    private static final Sentence NO_LOGIN =
            Sentence.of("login_not_known_any_more", "This server knows no sign-in with '{login}' any more.");

    private final Logins logins;
    private final Grants grants;
    private final LiveAccounts accounts;
    private final LiveChoices choices;
    private final SealedTokens tokens;
    private final AccountFinder finder;

    public AccountChoice(
            Logins logins, Grants grants, LiveAccounts accounts, LiveChoices choices, Seal seal, Clock clock) {
        this.logins = logins;
        this.grants = grants;
        this.accounts = accounts;
        this.choices = choices;
        tokens = new SealedTokens(seal);
        finder = new AccountFinder(clock);
    }

    /// An account that may be chosen.
    ///
    /// @param obstacle why it cannot be collected, with what to do; null where it can
    /// @param collected what is collected of it already; null where nothing is
    public record Offer(
            String connector,
            String externalId,
            AccountKey key,
            @Nullable Said obstacle,
            @Nullable LiveAccount collected) {}

    /// What the platform offers now.
    ///
    /// @throws CallFailed where it does not tell
    public List<Offer> offers(long businessId, Connection connection) {
        Map<String, LiveAccount> collected = accounts.all(businessId).stream()
                .collect(Collectors.toMap(
                        live -> name(live.connector(), live.externalId()), Function.identity(), (one, other) -> one));
        return found(businessId, connection).stream()
                .map(found -> {
                    String connector = found.connector().key();
                    TrackedAccount account = found.account().account();
                    return new Offer(
                            connector,
                            account.externalId(),
                            account.key(),
                            found.account().obstacle(),
                            collected.get(name(connector, account.externalId())));
                })
                .toList();
    }

    /// Has accounts collected that the platform offers now.
    ///
    /// @return their ids
    /// @throws CallFailed where the platform does not tell
    /// @throws NotOffered where one of them is not among them, or has an obstacle
    public List<Long> choose(long businessId, Connection connection, Set<String> externalIds) {
        Map<String, AccountFinder.Found> found = found(businessId, connection).stream()
                .collect(Collectors.toMap(
                        one -> one.account().account().externalId(), Function.identity(), (one, other) -> one));
        List<LiveChoices.Chosen> chosen = externalIds.stream()
                .map(id -> {
                    AccountFinder.Found one = found.get(id);
                    if (one == null) {
                        throw new NotOffered(id, NOT_OFFERED.said(Map.of("account", Value.name(id))));
                    }
                    return chosen(businessId, connection, one);
                })
                .toList();
        return choices.collect(businessId, connection.id(), chosen);
    }

    /// Once somebody has signed in again: accounts with a token of their own get the one that this sign-in
    /// brings, since the former died with the former sign-in.
    ///
    /// @return how many got one
    /// @throws CallFailed where the platform does not tell
    public int renewOwn(long businessId, Connection connection) {
        Map<String, LiveAccount> own = accounts.all(businessId).stream()
                .filter(live -> live.connectionId() == connection.id() && live.sealedToken() != null)
                .collect(Collectors.toMap(live -> name(live.connector(), live.externalId()), Function.identity()));
        if (own.isEmpty()) {
            return 0;
        }
        int renewed = 0;
        for (AccountFinder.Found found : found(businessId, connection)) {
            String externalId = found.account().account().externalId();
            LiveAccount live = own.get(name(found.connector().key(), externalId));
            byte[] before = live == null ? null : live.sealedToken();
            byte[] after = tokens.sealOwn(
                    businessId, connection.id(), externalId, found.account().token());
            if (live != null && before != null && after != null) {
                renewed += choices.reseal(businessId, live.accountId(), before, after) ? 1 : 0;
            }
        }
        return renewed;
    }

    private LiveChoices.Chosen chosen(long businessId, Connection connection, AccountFinder.Found found) {
        FoundAccount offered = found.account();
        TrackedAccount account = offered.account();
        Said obstacle = offered.obstacle();
        if (obstacle != null) {
            throw new NotOffered(account.externalId(), obstacle);
        }
        Secret own = offered.token() == null ? account.token() : offered.token();
        return new LiveChoices.Chosen(
                found.connector().key(),
                account.externalId(),
                account.kind(),
                account.key(),
                tokens.sealOwn(businessId, connection.id(), account.externalId(), own));
    }

    private List<AccountFinder.Found> found(long businessId, Connection connection) {
        Login login = logins.find(connection.login())
                .orElseThrow(() -> new CallFailed(
                        new Fault.Misconfigured(NO_LOGIN.said(Map.of("login", Value.name(connection.login()))))));
        Credential credential = grants.credential(businessId, connection.id());
        Login.Place place = grants.place(businessId, connection.id());
        try {
            return finder.find(login, credential, place);
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.TokenExpired) {
                return finder.find(login, grants.renewed(businessId, connection.id(), credential), place);
            }
            if (failed.fault() instanceof Fault.SignInGone(Said said)) {
                grants.gone(businessId, connection.id(), said);
            }
            throw failed;
        }
    }

    private static String name(String connector, String externalId) {
        return connector + " " + externalId;
    }
}
