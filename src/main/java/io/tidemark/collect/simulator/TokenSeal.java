package io.tidemark.collect.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs tokens that hold what there is to know of them, so that a platform that is started anew with the same key
/// knows the tokens that it gave out before.
public final class TokenSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 3;

    private final SecretKeySpec key;

    public TokenSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// What a token holds.
    record Claim(String holder, Instant until) {}

    /// Another seal, whose tokens this one does not know.
    public TokenSeal of(String purpose) {
        return new TokenSeal(mac(purpose));
    }

    /// @param number tells tokens apart that hold the same
    String sign(Claim claim, int number) {
        String held = "%d|%d|%s".formatted(claim.until().toEpochMilli(), number, claim.holder());
        return ENCODER.encodeToString(held.getBytes(StandardCharsets.UTF_8)) + "." + ENCODER.encodeToString(mac(held));
    }

    /// Empty where the token was not made with this seal.
    Optional<Claim> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || !token.matches("[\\w.-]+")) {
            return Optional.empty();
        }
        String held = new String(decoded(token.substring(0, dot)), StandardCharsets.UTF_8);
        String[] parts = held.split("\\|", PARTS);
        boolean ours = MessageDigest.isEqual(decoded(token.substring(dot + 1)), mac(held));
        return ours && parts.length == PARTS
                ? Optional.of(new Claim(parts[2], Instant.ofEpochMilli(Long.parseLong(parts[0]))))
                : Optional.empty();
    }

    /// Nothing where it is not encoded as ours are.
    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
