package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a platform carries back with a person who has signed in there: who set out, from which business, to where.
/// It is sealed, so that nobody can make one up or read the proof key out of it, and any process can take it.
///
/// @param id by which it is taken once
/// @param connectionId the connection that is to be made good again; null for a new one
/// @param verifier of the proof key; null where the platform takes none
/// @param told what the person has told before, by the names of the fields, and what was found out of it
/// @param registered the app that was registered on the way; null where one stands in the settings
record WayBack(
        String id,
        long userId,
        long businessId,
        @Nullable Long connectionId,
        String login,
        Instant until,
        @Nullable Secret verifier,
        Map<String, String> told,
        Login.@Nullable App registered) {
    private static final String PLACE = "sign-in";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 11;

    String sealed(Seal seal) {
        Secret proof = verifier;
        Login.App app = registered;
        String text = String.join(
                SEPARATOR,
                id,
                Long.toString(userId),
                Long.toString(businessId),
                connectionId == null ? "" : connectionId.toString(),
                login,
                Long.toString(until.getEpochSecond()),
                proof == null ? "" : proof.value(),
                told.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")),
                app == null ? "" : encoded(app.clientId()),
                app == null ? "" : encoded(app.clientSecret().value()),
                app == null ? "" : encoded(app.redirect().toString()));
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
        return new Login.Authorization(state, verifier, told);
    }

    /// Without what was told: a key may be among it.
    @Override
    public String toString() {
        return "WayBack[businessId=" + businessId + ", login=" + login + "]";
    }

    private static WayBack of(String[] parts) {
        return new WayBack(
                parts[0],
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts[3].isEmpty() ? null : Long.valueOf(parts[3]),
                parts[4],
                Instant.ofEpochSecond(Long.parseLong(parts[5])),
                parts[6].isEmpty() ? null : new Secret(parts[6]),
                told(parts[7]),
                parts[8].isEmpty()
                        ? null
                        : new Login.App(
                                decoded(parts[8]), new Secret(decoded(parts[9])), URI.create(decoded(parts[10]))));
    }

    private static Map<String, String> told(String fields) {
        return Arrays.stream(fields.split("&", -1))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1])));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
