package io.tidemark.collect.connector;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The key that tokens of a sign-in are bound to (RFC 9449, DPoP): who has a token and not the key can do nothing
/// with it. Signs by ES256.
///
/// @param jwk with its private part (RFC 7517)
public record PossessionKey(Secret jwk) {
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    public static PossessionKey generate() {
        try {
            return new PossessionKey(
                    new Secret(new ECKeyGenerator(Curve.P_256).generate().toJSONString()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java has the curve P-256", impossible);
        }
    }

    /// A proof for one call (RFC 9449, section 4.2).
    ///
    /// @param address that is called, by the name under which the server knows itself; its query is left out
    /// @param token that is sent with the call; null where none is
    /// @param nonce what the server wants to see in it; null where it has not said so yet
    /// @param at when the call is made, by the time that the server lives in
    /// @throws IllegalStateException where the key is none
    public String proof(String method, URI address, @Nullable Secret token, @Nullable String nonce, Instant at) {
        ECKey key = key();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(at))
                .claim("htm", method)
                .claim("htu", address.toString().replaceFirst("[?#].*", ""));
        if (token != null) {
            claims.claim("ath", ProofKey.challenge(token));
        }
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        try {
            SignedJWT proof = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(TYPE)
                            .jwk(key.toPublicJWK())
                            .build(),
                    claims.build());
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java signs by ES256", impossible);
        }
    }

    /// The cause, which may repeat the key, is left out.
    private ECKey key() {
        try {
            return ECKey.parse(jwk.value());
        } catch (ParseException malformed) {
            throw new IllegalStateException("What is stored as the key of a sign-in is none.");
        }
    }
}
