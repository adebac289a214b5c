package io.tidemark.collect.connection;

import io.tidemark.collect.connection.SignInFailed.Reason;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in with a platform: out to it, and back with its answer.
public final class SignIns {
    private static final Sentence OTHER_SERVER =
            Sentence.of("sign_in_other_server", "Another server answers than the one that was asked.");
    private static final Sentence NOBODY_SENT = Sentence.of("sign_in_nobody_sent", "Nobody is sent back from there.");
    private static final Sentence NOT_BEGUN = Sentence.of("sign_in_not_begun", "This sign-in was not begun here.");
    private static final Sentence OTHER_USER = Sentence.of("sign_in_other_user", "Somebody else began this sign-in.");
    private static final Sentence TOO_LONG = Sentence.of("sign_in_too_long", "The sign-in took too long.");
    private static final Sentence USED = Sentence.of("sign_in_used", "This sign-in was used before.");
    private static final Sentence DENIED = Sentence.of("sign_in_denied", "The person did not agree.");
    private static final Sentence REFUSED = Sentence.of("sign_in_refused", "The platform refuses: {words}.");
    private static final Sentence NO_LOGIN = Sentence.of("sign_in_unknown", "There is no sign-in with '{login}'.");
    private static final Sentence NOT_SET_UP =
            Sentence.of("sign_in_not_set_up", "{login} is not set up on this server: set {settings}.");
    private static final Sentence GONE =
            Sentence.of("sign_in_connection_gone", "The connection was removed meanwhile.");

    /// How long a person may take.
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
    private static final int VERIFIER_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int NAMES_IN_TITLE = 3;

    /// How platforms say that a person has changed their mind.
    private static final Set<String> CANCELLED =
            Set.of("access_denied", "user_cancelled_login", "user_cancelled_authorize", "user_denied");

    private final Connections connections;
    private final Logins logins;
    private final Apps apps;
    private final Seal seal;
    private final SealedTokens tokens;
    private final Login.TokenCalls calls;
    private final AccountFinder finder;
    private final Clock clock;
    private final SecureRandom random;

    public SignIns(
            Connections connections,
            Logins logins,
            Apps apps,
            Seal seal,
            Login.TokenCalls calls,
            Clock clock,
            SecureRandom random) {
        this.connections = connections;
        this.logins = logins;
        this.apps = apps;
        this.seal = seal;
        this.calls = calls;
        this.clock = clock;
        this.random = random;
        tokens = new SealedTokens(seal);
        finder = new AccountFinder(clock);
    }

    /// Who sets out from where.
    ///
    /// @param origin where the server was called
    /// @param maySee whether a business is one of theirs
    public record Traveller(long userId, String origin, LongPredicate maySee) {}

    /// What a platform sends a person back with.
    ///
    /// @param code null where it refuses
    /// @param error why, by the platform's own name; null where it does not
    /// @param issuer which server says so (RFC 9207); null where it does not tell
    public record Answer(
            String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {
        /// Without the code.
        @Override
        public String toString() {
            return "Answer[error=" + error + "]";
        }
    }

    /// What came of setting out.
    public sealed interface Begun {}

    /// The person goes on at the platform's address.
    public record Away(URI address) implements Begun {}

    /// Where somebody arrived.
    public record Arrival(long businessId, long connectionId) implements Begun {}

    /// A sign-in that somebody sets out for.
    ///
    /// @param connectionId the connection that is to be made good again; null for a new one
    /// @param told what the person has told, by the names of the login's fields
    public record Wanted(
            long businessId, String login, @Nullable Long connectionId, Map<String, String> told) {
        public Wanted {
            told = Map.copyOf(told);
        }

        /// Without what was told: a password may be among it.
        @Override
        public String toString() {
            return "Wanted[businessId=" + businessId + ", login=" + login + "]";
        }
    }

    /// @throws SignInFailed where there is no such login or no app, or the platform refuses
    /// @throws Login.NotTaken where what was told cannot be right
    public Begun begin(Traveller traveller, Wanted wanted) {
        Login login = login(wanted.login(), wanted.businessId());
        Map<String, String> told = new Asked(login.traits().fields()).checked(wanted.told());
        return switch (login) {
            case Login.ByForm form -> {
                Login.Grant grant = granted(login, wanted.businessId(), () -> form.enter(calls, told));
                yield kept(login, grant, wanted.businessId(), wanted.connectionId(), traveller.userId());
            }
            case Login.ByNamedServer server -> {
                URI redirect = apps.redirect(login.key(), traveller.origin());
                Login.ByNamedServer.Registered registered =
                        granted(login, wanted.businessId(), () -> server.register(calls, told, redirect));
                WayBack back = wayBack(traveller, wanted, registered.proofKey(), told, registered.app());
                yield away(server, registered.app(), back);
            }
            case Login.ByPushedRequest pushed -> pushed(pushed, traveller, wanted, told);
            case Login.ByConsent consent -> {
                Login.App app = app(login, traveller.origin(), wanted.businessId());
                yield away(consent, app, wayBack(traveller, wanted, consent.proofKey(), told, null));
            }
        };
    }

    private Away away(Login.ByConsent login, Login.App app, WayBack back) {
        return new Away(login.authorization(app, back.authorization(back.sealed(seal))));
    }

    private Away pushed(Login.ByPushedRequest login, Traveller traveller, Wanted wanted, Map<String, String> told) {
        URI redirect = apps.redirect(login.key(), traveller.origin());
        Login.App client = PublishedClient.of(login, redirect)
                .map(PublishedClient::app)
                .orElseThrow(() -> new SignInFailed(
                        Reason.NOT_SET_UP, wanted.businessId(), PublishedClient.advice(login.title(), redirect)));
        Map<String, String> prepared = granted(login, wanted.businessId(), () -> login.prepare(calls, told));
        WayBack back = wayBack(traveller, wanted, true, prepared, client);
        Login.Authorization request = back.authorization(back.sealed(seal));
        return new Away(granted(login, wanted.businessId(), () -> login.push(calls, client, request)));
    }

    /// @param registered the app that was registered on the way; null where it stands in the settings
    private WayBack wayBack(
            Traveller traveller,
            Wanted wanted,
            boolean proofKey,
            Map<String, String> told,
            Login.@Nullable App registered) {
        return new WayBack(
                random(ID_BYTES),
                traveller.userId(),
                wanted.businessId(),
                wanted.connectionId(),
                wanted.login(),
                clock.instant().plus(GOOD_FOR),
                proofKey ? new Secret(random(VERIFIER_BYTES)) : null,
                told,
                registered);
    }

    /// Takes what the platform has sent a person back with, and keeps what was granted.
    ///
    /// @throws SignInFailed where nothing comes of it
    public Arrival finish(Traveller traveller, String loginKey, Answer answer) {
        WayBack back = taken(traveller, loginKey, answer.state());
        Login login = login(loginKey, back.businessId());
        if (login instanceof Login.ByPushedRequest
                && !Objects.equals(back.told().get(Login.ByPushedRequest.ISSUER), answer.issuer())) {
            throw new SignInFailed(Reason.UNKNOWN_SIGN_IN, back.businessId(), OTHER_SERVER.said());
        }
        String code = answer.code();
        if (code == null) {
            throw refused(back, answer.error());
        }
        Login.Grant grant = granted(
                login, back.businessId(), () -> redeemed(login, traveller.origin(), back, answer.state(), code));
        return kept(login, grant, back.businessId(), back.connectionId(), traveller.userId());
    }

    private Login.Grant redeemed(Login login, String origin, WayBack back, String state, String code) {
        Login.App registered = back.registered();
        return switch (login) {
            case Login.ByPushedRequest pushed
            when registered != null -> {
                try {
                    yield pushed.redeem(calls, registered, back.authorization(state), code);
                } catch (Login.NotTaken other) {
                    throw new SignInFailed(Reason.OTHER_ACCOUNT, back.businessId(), other.said());
                }
            }
            case Login.ByConsent consent ->
                redeemed(
                        consent,
                        registered == null ? app(login, origin, back.businessId()) : registered,
                        back,
                        state,
                        code);
            default -> throw new SignInFailed(Reason.UNKNOWN_SIGN_IN, back.businessId(), NOBODY_SENT.said());
        };
    }

    /// An app that was registered on the way is nobody's to mend: the next sign-in brings another.
    private Login.Grant redeemed(Login.ByConsent login, Login.App app, WayBack back, String state, String code) {
        try {
            return login.redeem(calls, app, back.authorization(state), code);
        } catch (CallFailed failed) {
            throw back.registered() != null && failed.fault() instanceof Fault.Misconfigured
                    ? new CallFailed(new Fault.SignInGone(failed.fault().said()), failed)
                    : failed;
        }
    }

    /// @param former the connection that is made good again; null for a new one
    private Arrival kept(Login login, Login.Grant grant, long businessId, @Nullable Long former, long userId) {
        String title = title(login, grant);
        long connectionId = former == null ? connections.newId() : former;
        SealedGrant sealed = tokens.seal(businessId, connectionId, grant);
        if (former == null) {
            connections.add(
                    businessId, connectionId, login.key(), title == null ? login.title() : title, sealed, userId);
        } else if (!connections.replace(businessId, former, title, sealed)) {
            throw gone(businessId);
        }
        LOG.info("business={} connection={} login={} signed in", businessId, connectionId, login.key());
        return new Arrival(businessId, connectionId);
    }

    private WayBack taken(Traveller traveller, String loginKey, String state) {
        WayBack back = WayBack.open(seal, state)
                .filter(known -> known.login().equals(loginKey))
                .orElseThrow(() -> new SignInFailed(Reason.UNKNOWN_SIGN_IN, null, NOT_BEGUN.said()));
        if (back.userId() != traveller.userId() || !traveller.maySee().test(back.businessId())) {
            throw new SignInFailed(Reason.OTHER_USER, null, OTHER_USER.said());
        }
        if (!clock.instant().isBefore(back.until())) {
            throw new SignInFailed(Reason.EXPIRED, back.businessId(), TOO_LONG.said());
        }
        if (!connections.takeWayBack(back.businessId(), back.id())) {
            throw new SignInFailed(Reason.USED, back.businessId(), USED.said());
        }
        Long connectionId = back.connectionId();
        if (connectionId != null
                && connections
                        .find(back.businessId(), connectionId)
                        .map(Connection::login)
                        .filter(loginKey::equals)
                        .isEmpty()) {
            throw gone(back.businessId());
        }
        return back;
    }

    private static SignInFailed refused(WayBack back, @Nullable String error) {
        if (error != null && CANCELLED.contains(error)) {
            return new SignInFailed(Reason.DENIED, back.businessId(), DENIED.said());
        }
        LOG.warn("business={} login={} refused: {}", back.businessId(), back.login(), error);
        return new SignInFailed(
                Reason.APP_REFUSED,
                back.businessId(),
                REFUSED.said(Map.of("words", Value.quote(String.valueOf(error)))));
    }

    private static <T> T granted(Login login, long businessId, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (CallFailed failed) {
            LOG.warn("business={} login={} refused: {}", businessId, login.key(), failed.getMessage());
            Reason reason = switch (failed.fault()) {
                case Fault.Misconfigured ignored -> Reason.APP_REFUSED;
                case Fault.NotFound ignored -> Reason.APP_REFUSED;
                case Fault.SignInGone ignored -> Reason.CODE_REFUSED;
                case Fault.TokenExpired ignored -> Reason.CODE_REFUSED;
                default -> Reason.PLATFORM_FAILED;
            };
            throw new SignInFailed(reason, businessId, failed.fault().said());
        }
    }

    /// The accounts that it opens, by name; null where there are none, or they cannot be listed now. Whoever chooses
    /// among them will be told why.
    private @Nullable String title(Login login, Login.Grant grant) {
        List<String> names;
        try {
            names = finder.find(login, grant.credential(), grant.place()).stream()
                    .map(AccountFinder.Found::account)
                    .map(FoundAccount::key)
                    .map(key -> key.name().isBlank() ? key.handle() : key.name())
                    .distinct()
                    .toList();
        } catch (CallFailed failed) {
            LOG.warn("login={} accounts not listed: {}", login.key(), failed.getMessage());
            return null;
        }
        if (names.isEmpty()) {
            return null;
        }
        String first = names.stream().limit(NAMES_IN_TITLE).collect(Collectors.joining(", "));
        return names.size() <= NAMES_IN_TITLE ? first : first + " and " + (names.size() - NAMES_IN_TITLE) + " more";
    }

    private Login login(String key, long businessId) {
        return logins.find(key)
                .orElseThrow(() -> new SignInFailed(
                        Reason.UNKNOWN_LOGIN, businessId, NO_LOGIN.said(Map.of("login", Value.name(key)))));
    }

    private Login.App app(Login login, String origin, long businessId) {
        return apps.find(login.key(), origin)
                .orElseThrow(() -> new SignInFailed(
                        Reason.NOT_SET_UP,
                        businessId,
                        NOT_SET_UP.said(Map.of(
                                "login",
                                Value.quote(login.title()),
                                "settings",
                                Value.name(String.join(", ", apps.missing(login.key())))))));
    }

    private static SignInFailed gone(long businessId) {
        return new SignInFailed(Reason.CONNECTION_GONE, businessId, GONE.said());
    }

    private String random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
