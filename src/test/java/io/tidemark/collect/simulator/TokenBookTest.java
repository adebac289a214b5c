package io.tidemark.collect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Tokens that outlive the book that gave them out.
class TokenBookTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private final MutableClock clock = new MutableClock(NOW);
    private final TokenSeal seal = new TokenSeal(new byte[] {1, 2, 3});

    @Test
    void aBookWithTheSameSealKnowsTokensOfAnother() {
        TokenBook.Tokens tokens = book(seal).issue("ada|and more");
        TokenBook later = book(seal);

        assertThat(later.holder(tokens.access())).hasValue("ada|and more");
        assertThat(later.issuedAt(tokens.access())).hasValue(NOW);
        assertThat(later.renew(String.valueOf(tokens.renewal()))).isPresent();
        assertThat(later.renew(String.valueOf(tokens.renewal()))).isEmpty();

        clock.advance(Duration.ofHours(3));
        assertThat(book(seal).state(tokens.access())).isEqualTo(TokenBook.State.EXPIRED);
    }

    @Test
    void nothingElseIsATokenOfIt() {
        TokenBook.Tokens tokens = book(seal).issue("ada");
        String access = tokens.access();
        String forged = access.substring(0, access.length() - 2) + (access.endsWith("AA") ? "BB" : "AA");

        assertThat(book(seal).state(forged)).isEqualTo(TokenBook.State.UNKNOWN);
        assertThat(book(seal).state(String.valueOf(tokens.renewal()))).isEqualTo(TokenBook.State.UNKNOWN);
        assertThat(book(seal.of("another platform")).state(access)).isEqualTo(TokenBook.State.UNKNOWN);
        for (String nonsense : new String[] {"", ".", "a.b", "access-1-1", "ä.ö", access + "."}) {
            assertThat(book(seal).state(nonsense)).as(nonsense).isEqualTo(TokenBook.State.UNKNOWN);
        }
    }

    @Test
    void whatWasGivenOutBeforeCanBeRevoked() {
        String access = book(seal).issue("ada").access();
        TokenBook later = book(seal);
        assertThat(later.state(access)).isEqualTo(TokenBook.State.GOOD);

        later.revoke("ada");

        assertThat(later.state(access)).isEqualTo(TokenBook.State.REVOKED);
    }

    private TokenBook book(TokenSeal with) {
        return new TokenBook(clock, Duration.ofHours(2), Duration.ofDays(180), true, with);
    }
}
