package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a platform carries back with a person who has signed in there: who set out, from which business, to where.
/// It is sealed, so that nobody can make one up or read the proof key out of it, and any process can take it.
///
/// @param id by which it is taken once
/// @param connectionId the connection that is to be made good again; null for a new one
/// @param verifier of the proof key; null where the platform takes none
record WayBack(
        String id,
        long userId,
        long businessId,
        @Nullable Long connectionId,
        String login,
        Instant until,
        @Nullable Secret verifier) {
    private static final String PLACE = "sign-in";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 7;

    String sealed(Seal seal) {
        Secret proof = verifier;
        String text = String.join(
                SEPARATOR,
                id,
                Long.toString(userId),
                Long.toString(businessId),
                connectionId == null ? "" : connectionId.toString(),
                login,
                Long.toString(until.getEpochSecond()),
                proof == null ? "" : proof.value());
        byte[] sealed = seal.seal(PLACE, text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// Empty for anything that was not sealed as one.
    static Optional<WayBack> open(Seal seal, String state) {
        try {
            byte[] plain = seal.open(PLACE, Base64.getUrlDecoder().decode(state));
            String[] parts = new String(plain, StandardCharsets.US_ASCII).split("\\|", -1);
            return parts.length == PARTS ? Optional.of(of(parts)) : Optional.empty();
        } catch (IllegalArgumentException | SealBroken ignored) {
            // Cut off, made up, or sealed with a key that is gone: to whoever brings it all the same.
            return Optional.empty();
        }
    }

    Login.Authorization authorization(String state) {
        return new Login.Authorization(state, verifier);
    }

    private static WayBack of(String[] parts) {
        return new WayBack(
                parts[0],
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts[3].isEmpty() ? null : Long.valueOf(parts[3]),
                parts[4],
                Instant.ofEpochSecond(Long.parseLong(parts[5])),
                parts[6].isEmpty() ? null : new Secret(parts[6]));
    }
}
