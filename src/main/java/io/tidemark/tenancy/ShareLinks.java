package io.tidemark.tenancy;

import io.tidemark.ledger.Share;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Links that open one page to people without an account. A link holds a secret of 256 bits, of which only the hash
/// is kept. Whoever brings the secret, and the password where there is one, gets a token for a while that is good for
/// that page only; each request looks again whether the link still holds, and whether its maker may still see the
/// business.
public final class ShareLinks {
    /// Wrong passwords in a row after which a link must wait.
    public static final int MOST_FAILURES = 10;

    /// How long it must wait.
    public static final Duration WAIT = Duration.ofMinutes(15);

    private static final int SECRET_BYTES = 32;
    private static final String NUMBER = "([1-9]\\d{0,15})";
    private static final Pattern NAME = Pattern.compile(NUMBER + "\\." + NUMBER);
    private static final Pattern TOKEN = Pattern.compile("(" + NAME + ")\\.([A-Za-z0-9_-]{43})");

    private final Shares shares;
    private final Registry registry;
    private final Passwords passwords;
    private final Tokens tokens;
    private final SecureRandom random;
    private final Clock clock;
    private final Attempts attempts;

    public ShareLinks(
            Shares shares, Registry registry, Passwords passwords, Tokens tokens, SecureRandom random, Clock clock) {
        this.shares = shares;
        this.registry = registry;
        this.passwords = passwords;
        this.tokens = tokens;
        this.random = random;
        this.clock = clock;
        attempts = new Attempts(MOST_FAILURES, WAIT, clock);
    }

    /// @param page its stable name
    /// @param search what the page shows
    /// @param password null where the link alone is to be enough
    public record Wanted(
            String page,
            String search,
            Instant expiresAt,
            @Nullable String password) {}

    /// @param token what the link holds; it cannot be told again
    public record Made(Share share, String token) {
        @Override
        public String toString() {
            return "Made[" + share + "]";
        }
    }

    /// Somebody who came by a link.
    ///
    /// @param maker of the link, narrowed to the business
    public record Visit(Share share, User maker) {}

    /// What came of opening a link.
    public sealed interface Opening {
        /// @param token of the visit
        /// @param life how long it is good for
        record Opened(Visit visit, String token, Duration life) implements Opening {}

        record PasswordNeeded() implements Opening {}

        record WrongPassword() implements Opening {}

        record TooManyAttempts(Duration retryAfter) implements Opening {}

        /// Expired, taken back, or never made: which one is not told.
        record Over() implements Opening {}
    }

    /// @throws WeakPassword when the password is too short or too long
    public Made make(long businessId, User maker, Wanted wanted) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String password = wanted.password();
        Share share = shares.create(
                businessId,
                new Shares.Wanted(
                        hash(secret),
                        wanted.page(),
                        wanted.search(),
                        maker.id(),
                        wanted.expiresAt(),
                        password == null ? null : passwords.hash(password)));
        return new Made(share, name(share) + "." + secret);
    }

    /// Those that nobody took back first, then the latest.
    public List<Share> all(long businessId) {
        return shares.all(businessId);
    }

    /// Takes a link back: from now on it opens nothing, and who is there sees nothing more.
    ///
    /// @return false where there is none of the number
    public boolean revoke(long businessId, long id) {
        return shares.revoke(businessId, id);
    }

    /// @param password null where none was given
    public Opening open(String token, @Nullable String password) {
        Matcher parts = TOKEN.matcher(token);
        Optional<Visit> found = parts.matches()
                ? find(parts.group(1)).filter(visit -> isSecretOf(visit.share(), parts.group(4)))
                : Optional.empty();
        return found.map(visit -> open(visit, password)).orElseGet(Opening.Over::new);
    }

    private Opening open(Visit visit, @Nullable String password) {
        String hash = visit.share().passwordHash();
        if (hash == null) {
            return opened(visit);
        }
        if (password == null) {
            return new Opening.PasswordNeeded();
        }
        String name = name(visit.share());
        Optional<Duration> wait = attempts.begin(name);
        if (wait.isPresent()) {
            return new Opening.TooManyAttempts(wait.get());
        }
        if (!passwords.matches(password, hash)) {
            return new Opening.WrongPassword();
        }
        attempts.succeeded(name);
        return opened(visit);
    }

    private Opening opened(Visit visit) {
        Share share = visit.share();
        shares.used(share.businessId(), share.id());
        Duration left = Duration.between(clock.instant(), share.expiresAt());
        Duration life = left.compareTo(Tokens.SESSION_LIFE) < 0 ? left : Tokens.SESSION_LIFE;
        return new Opening.Opened(visit, tokens.visit(name(share), life), life);
    }

    /// The visit that a token stands for; empty where it is none of this link, or the link is over.
    ///
    /// @param name of the link
    public Optional<Visit> visit(String name, String token) {
        return tokens.isVisit(token, name) ? find(name) : Optional.empty();
    }

    /// What a link is called in addresses: no secret.
    public static String name(Share share) {
        return share.businessId() + "." + share.id();
    }

    /// The link, while it is open and its maker may see the business.
    private Optional<Visit> find(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long business = Long.parseLong(parts.group(1));
        return shares.find(business, Long.parseLong(parts.group(2)))
                .filter(share -> share.isOpen(clock.instant()))
                .flatMap(share -> registry.findUser(share.createdBy())
                        .filter(maker -> registry.maySee(maker, business))
                        .map(maker -> new Visit(share, maker.narrowedTo(business))));
    }

    private static boolean isSecretOf(Share share, String secret) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII),
                share.tokenHash().getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
