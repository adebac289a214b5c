package io.tidemark.tenancy;

import io.tidemark.ledger.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// Signed tokens (JWT, HS256) that say who calls. A token is good while its user exists, its generation is the
/// user's and it has not expired; nothing about it is stored.
public final class Tokens {
    /// How long a token for programs lasts unless told otherwise.
    public static final Duration BEARER_LIFE = Duration.ofDays(90);

    /// How long a browser stays signed in.
    public static final Duration SESSION_LIFE = Duration.ofHours(12);

    private static final String GENERATION = "gen";
    private static final String SHARE = "share";

    private final Registry registry;
    private final Clock clock;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    public Tokens(SecretKey key, Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        NimbusJwtDecoder nimbus = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        nimbus.setJwtValidator(this::checkExpiry);
        decoder = nimbus;
    }

    public String issue(User user, Duration life) {
        return sign(
                JwtClaimsSet.builder().subject(Long.toString(user.id())).claim(GENERATION, user.tokenGeneration()),
                life);
    }

    /// A token of whoever opened a link: it has no subject, so it signs nobody in.
    String visit(String link, Duration life) {
        return sign(JwtClaimsSet.builder().claim(SHARE, link), life);
    }

    /// Whether a token is a good one of a visit by a link.
    boolean isVisit(String token, String link) {
        try {
            return link.equals(decoder.decode(token).getClaim(SHARE));
        } catch (JwtException ignored) {
            // Forged, expired or no token at all: no visit.
            return false;
        }
    }

    private String sign(JwtClaimsSet.Builder claimed, Duration life) {
        Instant now = clock.instant();
        JwtClaimsSet claims = claimed.issuedAt(now).expiresAt(now.plus(life)).build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /// Checks signature and expiry only; [#userOf(Jwt)] tells whether the token is still worth something.
    public JwtDecoder decoder() {
        return decoder;
    }

    /// The user behind a token whose signature was checked; empty when the user is gone or the password was changed.
    public Optional<User> userOf(Jwt token) {
        return number(token.getSubject())
                .flatMap(registry::findUser)
                .filter(user -> number(token.getClaim(GENERATION))
                        .filter(generation -> generation == user.tokenGeneration())
                        .isPresent());
    }

    /// The user behind a token; empty for anything that is not a good token.
    public Optional<User> userOf(String token) {
        try {
            return userOf(decoder.decode(token));
        } catch (JwtException ignored) {
            // Forged, expired or no token at all: to the caller all the same, nobody.
            return Optional.empty();
        }
    }

    private OAuth2TokenValidatorResult checkExpiry(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "The token has expired", null));
    }

    private static Optional<Long> number(@Nullable Object claim) {
        if (claim instanceof Number number) {
            return Optional.of(number.longValue());
        }
        if (claim instanceof String text && text.matches("\\d{1,18}")) {
            return Optional.of(Long.valueOf(text));
        }
        return Optional.empty();
    }
}
