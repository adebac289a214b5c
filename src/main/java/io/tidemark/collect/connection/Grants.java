package io.tidemark.collect.connection;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Connection.Renewal;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens of connections, renewed in time. Of several that renew one connection at once, in any process,
/// one asks the platform and the others get what it has brought: a token that is used up by renewing is used once.
public final class Grants {
    private static final Sentence RUN_OUT = Sentence.of("sign_in_run_out", "The sign-in has run out.");
    private static final Sentence NOT_GOOD = Sentence.of("sign_in_not_good", "The sign-in is not good any more.");
    private static final Sentence NO_APP =
            Sentence.of("no_app_any_more", "No app of {login} is set up on this server any more.");
    private static final Sentence UNREADABLE =
            Sentence.of("tokens_unreadable", "The stored tokens cannot be read. {why}");
    private static final Sentence REMOVED = Sentence.of("connection_removed", "The connection was removed.");

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);

    /// A token is renewed when this part of its life is left: early enough that people are warned only of what cannot
    /// be renewed.
    private static final int PART_OF_LIFE = 4;

    /// How long a token that could not be renewed early is left alone.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Connections connections;
    private final Logins logins;
    private final Apps apps;
    private final SealedTokens tokens;
    private final Login.TokenCalls calls;
    private final Clock clock;
    private final Map<Long, Instant> notBefore = new ConcurrentHashMap<>();
    private final Map<Long, Brought> unstored = new ConcurrentHashMap<>();

    public Grants(Connections connections, Logins logins, Apps apps, Seal seal, Login.TokenCalls calls, Clock clock) {
        this.connections = connections;
        this.logins = logins;
        this.apps = apps;
        this.calls = calls;
        this.clock = clock;
        tokens = new SealedTokens(seal);
    }

    /// What renewing has brought while the database did not take it: the platform has forgotten what it was renewed
    /// from.
    private record Brought(Login.Grant from, Login.Grant fresh) {}

    /// What is good for calls as far as we know.
    ///
    /// @throws CallFailed with [Fault.SignInGone] where somebody must sign in again; with another fault where
    ///     the token has run out and the platform cannot be asked for another one now
    public Credential credential(long businessId, long connectionId) {
        Login.Grant grant =
                open(businessId, good(connections.find(businessId, connectionId).orElseThrow(Grants::removed)));
        if (!isDue(grant) || isAlone(connectionId, grant)) {
            return grant.credential();
        }
        return renewed(businessId, connectionId, this::isDue, stored -> !isOver(stored));
    }

    /// Where a sign-in is at home; null on platforms of one server.
    ///
    /// @throws CallFailed where the connection was removed, or its tokens cannot be read
    public Login.@Nullable Place place(long businessId, long connectionId) {
        return open(businessId, connections.find(businessId, connectionId).orElseThrow(Grants::removed))
                .place();
    }

    /// Another token than one that the platform has just refused.
    ///
    /// @throws CallFailed as [#credential] does
    public Credential renewed(long businessId, long connectionId, Credential refused) {
        return renewed(businessId, connectionId, stored -> stored.token().equals(refused.token()), stored -> false);
    }

    /// The platform has refused the sign-in for good.
    public void gone(long businessId, long connectionId, Said said) {
        connections.end(businessId, connectionId, Told.of(said));
    }

    /// An account as its connector knows it, with its own token where it has one.
    public TrackedAccount tracked(long businessId, LiveAccount account) {
        try {
            return tokens.tracked(businessId, account);
        } catch (SealBroken broken) {
            throw unreadable(broken);
        }
    }

    /// @param wanted whether the token that is stored is to be renewed
    /// @param early whether that one will do for a while
    private Credential renewed(
            long businessId, long connectionId, Predicate<Login.Grant> wanted, Predicate<Login.Grant> early) {
        Connection after = connections
                .renew(businessId, connectionId, locked -> {
                    Login.Grant grant = open(businessId, good(locked));
                    return wanted.test(grant)
                            ? renewal(businessId, locked, grant, early.test(grant))
                            : new Renewal.Kept();
                })
                .orElseThrow(Grants::removed);
        unstored.remove(connectionId);
        return open(businessId, good(after)).credential();
    }

    private Renewal renewal(long businessId, Connection connection, Login.Grant grant, boolean early) {
        Login login = logins.find(connection.login()).orElseThrow(() -> misconfigured(connection.login()));
        try {
            Brought before = unstored.get(connection.id());
            Login.Grant fresh = before != null && before.from().equals(grant) ? before.fresh() : asked(login, grant);
            if (fresh != null) {
                unstored.put(connection.id(), new Brought(grant, fresh));
                LOG.info("business={} connection={} login={} renewed", businessId, connection.id(), login.key());
                return new Renewal.Renewed(tokens.seal(businessId, connection.id(), fresh));
            }
            return early ? leaveAlone(connection) : new Renewal.Ended(Told.of(RUN_OUT.said()));
        } catch (CallFailed failed) {
            LOG.warn(
                    "business={} connection={} login={} not renewed: {}",
                    businessId,
                    connection.id(),
                    login.key(),
                    failed.getMessage());
            return switch (failed.fault()) {
                case Fault.SignInGone(Said said) -> new Renewal.Ended(Told.of(said));
                case Fault.TokenExpired(Said said) -> new Renewal.Ended(Told.of(said));
                default -> {
                    if (early) {
                        yield leaveAlone(connection);
                    }
                    throw failed;
                }
            };
        }
    }

    private Login.@Nullable Grant asked(Login login, Login.Grant grant) {
        return switch (login) {
            case Login.ByForm form -> form.renew(calls, grant);
            case Login.ByNamedServer ignored -> null;
            case Login.ByPushedRequest pushed -> pushed.renew(calls, grant);
            case Login.ByConsent consent ->
                consent.renew(calls, apps.find(login.key(), null).orElseThrow(() -> misconfigured(login.key())), grant);
        };
    }

    private Renewal leaveAlone(Connection connection) {
        notBefore.put(connection.id(), clock.instant().plus(PATIENCE));
        return new Renewal.Kept();
    }

    /// Whether renewing early was tried a short while ago.
    private boolean isAlone(long connectionId, Login.Grant grant) {
        Instant until = notBefore.get(connectionId);
        return until != null && clock.instant().isBefore(until) && !isOver(grant);
    }

    private boolean isDue(Login.Grant grant) {
        Instant end = grant.expiresAt();
        if (end == null) {
            return false;
        }
        Duration life = Duration.between(grant.issuedAt(), end);
        return !clock.instant().isBefore(end.minus(life.dividedBy(PART_OF_LIFE)));
    }

    private boolean isOver(Login.Grant grant) {
        Instant end = grant.expiresAt();
        return end != null && !clock.instant().isBefore(end);
    }

    private Login.Grant open(long businessId, Connection connection) {
        try {
            return tokens.open(businessId, connection);
        } catch (SealBroken broken) {
            throw unreadable(broken);
        }
    }

    private static Connection good(Connection connection) {
        if (connection.status() == Connection.Status.GOOD) {
            return connection;
        }
        Told said = connection.said();
        throw new CallFailed(new Fault.SignInGone(said == null ? NOT_GOOD.said() : said.again()));
    }

    private CallFailed misconfigured(String login) {
        return new CallFailed(new Fault.Misconfigured(NO_APP.said(Map.of("login", Value.quote(logins.title(login))))));
    }

    private static CallFailed unreadable(SealBroken broken) {
        return new CallFailed(
                new Fault.Misconfigured(UNREADABLE.said(Map.of("why", Value.clause(broken.said())))), broken);
    }

    private static CallFailed removed() {
        return new CallFailed(new Fault.SignInGone(REMOVED.said()));
    }
}
