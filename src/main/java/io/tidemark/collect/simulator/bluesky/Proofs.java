package io.tidemark.collect.simulator.bluesky;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.CodeChallenge;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Checks proofs of possession (RFC 9449), each of which is good once and holds what was last asked to stand in it.
final class Proofs {
    private static final String WANTED = "dpop-nonce";
    private static final Duration LIFE = Duration.ofMinutes(3);
    /// Machines' clocks differ by so much. Proofs are made by the time of machines, not of what is simulated.
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Clock clock;
    /// What proofs were called, by what stood in them: older ones are refused for that anyway.
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    Proofs(Clock clock) {
        this.clock = clock;
    }

    /// A call without a good proof.
    static final class NotProven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String error;

        NotProven(String error, String sentence) {
            super(sentence);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    /// Tells with an answer what is to stand in the next proof.
    Answer told(Answer answer) {
        return answer.with("DPoP-Nonce", nonce(clock.instant()));
    }

    /// @param known the address of what is called, as the server knows it
    /// @param token that was sent; empty where none was
    /// @return which key was proved, by its thumbprint (RFC 7638)
    /// @throws NotProven where none was
    String thumbprint(Call call, URI known, String token) {
        String proof =
                call.header("dpop").orElseThrow(() -> new NotProven("invalid_dpop_proof", "DPoP proof required"));
        try {
            SignedJWT signed = SignedJWT.parse(proof);
            ECKey key = signed.getHeader().getJWK().toECKey();
            boolean good = "dpop+jwt".equals(String.valueOf(signed.getHeader().getType()))
                    && !key.isPrivate()
                    && signed.verify(new ECDSAVerifier(key));
            check(call, known, token, good, signed.getJWTClaimsSet());
            return key.computeThumbprint().toString();
        } catch (ParseException | JOSEException malformed) {
            throw new NotProven("invalid_dpop_proof", "Invalid DPoP proof");
        }
    }

    private void check(Call call, URI known, String token, boolean signed, JWTClaimsSet claims) throws ParseException {
        Date made = claims.getIssueTime();
        boolean ofNow = made != null
                && Duration.between(made.toInstant(), Instant.now()).abs().compareTo(TOLERANCE) < 0;
        boolean ofCall = call.method().equals(claims.getStringClaim("htm"))
                && known.toString().equals(claims.getStringClaim("htu"));
        String hash = claims.getStringClaim("ath");
        boolean ofToken =
                token.isEmpty() ? hash == null : CodeChallenge.of(token).equals(hash);
        if (!signed || !ofNow || !ofCall || !ofToken || claims.getJWTID() == null) {
            throw new NotProven("invalid_dpop_proof", "DPoP proof does not match the request");
        }
        String nonce = claims.getStringClaim("nonce");
        Set<String> taken = Set.of(nonce(clock.instant()), nonce(clock.instant().minus(LIFE)));
        if (nonce == null || !taken.contains(nonce)) {
            throw new NotProven("use_dpop_nonce", "Authorization server requires nonce in DPoP proof");
        }
        seen.keySet().retainAll(taken);
        if (!seen.computeIfAbsent(nonce, _ -> ConcurrentHashMap.newKeySet()).add(claims.getJWTID())) {
            throw new NotProven("invalid_dpop_proof", "DPoP proof replayed");
        }
    }

    private static String nonce(Instant at) {
        return WANTED + "-" + at.getEpochSecond() / LIFE.toSeconds();
    }
}
