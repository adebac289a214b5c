package io.tidemark.tenancy;

import io.tidemark.ledger.ApiKey;
import io.tidemark.ledger.ApiKeys;
import io.tidemark.ledger.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keys with which programs call: `tmk_`, the number of the business, and 256 random bits. Only a digest is kept, which
/// needs no salt since nothing so long can be guessed.
public final class ProgramKeys {
    /// What every key begins with.
    public static final String PREFIX = "tmk_";

    private static final Pattern FORM = Pattern.compile("tmk_(\\d{1,15})_[A-Za-z0-9_-]{43}");
    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN_RANDOM = 4;

    private final ApiKeys keys;
    private final Registry registry;
    private final SecureRandom random;

    public ProgramKeys(ApiKeys keys, Registry registry, SecureRandom random) {
        this.keys = keys;
        this.registry = registry;
        this.random = random;
    }

    /// A key that was just made.
    ///
    /// @param secret the key itself, which nobody can be told again
    public record Issued(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Issued[" + key.id() + "]";
        }
    }

    /// Who calls with a key.
    ///
    /// @param user who made it, narrowed to its business
    public record Caller(User user, ApiKey.Scope scope) {}

    /// The keys that there are.
    public ApiKeys book() {
        return keys;
    }

    /// @param expiresAt null for never
    /// @return empty where the business has as many as it may have
    public Optional<Issued> issue(
            long businessId, User user, String name, ApiKey.Scope scope, @Nullable Instant expiresAt) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String start = PREFIX + businessId + "_";
        String secret = start + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String beginning = secret.substring(0, start.length() + SHOWN_RANDOM);
        return keys.create(businessId, new ApiKeys.Wanted(name, scope, user.id(), digest(secret), beginning, expiresAt))
                .map(key -> new Issued(key, secret));
    }

    /// Who calls; empty for anything that is not a good key of somebody who may still see its business.
    public Optional<Caller> callerOf(String secret) {
        Matcher form = FORM.matcher(secret);
        if (!form.matches()) {
            return Optional.empty();
        }
        long business = Long.parseLong(form.group(1));
        return keys.use(business, digest(secret))
                .flatMap(key -> registry.findUser(key.userId())
                        .map(user -> user.narrowedTo(business))
                        .filter(user -> registry.maySee(user, business))
                        .map(user -> new Caller(user, key.scope())));
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
