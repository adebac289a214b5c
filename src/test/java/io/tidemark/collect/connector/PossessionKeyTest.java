package io.tidemark.collect.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PossessionKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final URI CALLED = URI.create("https://pds.example/xrpc/app.bsky.feed.getPosts?uris=at%3A%2F%2F#x");

    private final PossessionKey key = PossessionKey.generate();

    @Test
    void aProofIsOfOneCallWithOneToken() throws Exception {
        SignedJWT proof = SignedJWT.parse(key.proof("GET", CALLED, new Secret("the token"), "n-1", NOW));

        ECKey shown = proof.getHeader().getJWK().toECKey();
        assertThat(proof.verify(new ECDSAVerifier(shown))).isTrue();
        assertThat(shown.isPrivate()).isFalse();
        assertThat(shown).isEqualTo(ECKey.parse(key.jwk().value()).toPublicJWK());
        assertThat(proof.getHeader().toJSONObject())
                .containsEntry("typ", "dpop+jwt")
                .containsEntry("alg", "ES256");
        JWTClaimsSet claims = proof.getJWTClaimsSet();
        assertThat(claims.getStringClaim("htm")).isEqualTo("GET");
        assertThat(claims.getStringClaim("htu")).isEqualTo("https://pds.example/xrpc/app.bsky.feed.getPosts");
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        // printf %s 'the token' | openssl dgst -sha256 -binary | base64 | tr '+/' '-_'
        assertThat(claims.getStringClaim("ath")).isEqualTo("2Udy_Xap46HBcGc4R7qPloUf1COxp4NIcc0seGM8fpc");
    }

    @Test
    void noTwoProofsAreAlikeAndWhatIsNotKnownIsLeftOut() throws Exception {
        JWTClaimsSet one =
                SignedJWT.parse(key.proof("POST", CALLED, null, null, NOW)).getJWTClaimsSet();
        JWTClaimsSet other =
                SignedJWT.parse(key.proof("POST", CALLED, null, null, NOW)).getJWTClaimsSet();

        assertThat(one.getJWTID()).isNotBlank().isNotEqualTo(other.getJWTID());
        assertThat(one.getClaims()).doesNotContainKeys("ath", "nonce");
    }

    @Test
    void whatIsNoKeyIsNotToldInTheError() {
        PossessionKey none = new PossessionKey(new Secret("{\"kty\":\"EC\",\"d\":\"hidden\"}"));

        assertThat(key.toString()).doesNotContain("kty");
        assertThatThrownBy(() -> none.proof("GET", CALLED, null, null, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("hidden")
                .hasNoCause();
    }
}
