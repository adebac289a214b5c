package io.tidemark.collect.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] TOKEN = "a token".getBytes(UTF_8);

    private final AtomicReference<List<SecretKey>> keys = new AtomicReference<>(List.of(key(1)));
    private final Seal seal = new Seal(keys::get, RANDOM);

    @Test
    void whatIsSealedOpensInItsPlaceAndSaysNothingOfItself() {
        byte[] sealed = seal.seal("row 1", TOKEN);

        assertThat(seal.open("row 1", sealed)).isEqualTo(TOKEN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("token");
        assertThat(seal.seal("row 1", TOKEN)).as("a nonce of its own").isNotEqualTo(sealed);
    }

    @Test
    void itDoesNotOpenInAnotherPlace() {
        byte[] sealed = seal.seal("row 1", TOKEN);

        assertThatThrownBy(() -> seal.open("row 2", sealed))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("moved");
    }

    @Test
    void noByteOfItCanBeChanged() {
        byte[] sealed = seal.seal("row 1", TOKEN);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> seal.open("row 1", changed)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void nothingElseOpens() {
        for (byte[] other : List.of(new byte[0], new byte[] {1}, TOKEN, new byte[100])) {
            assertThatThrownBy(() -> seal.open("row 1", other)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void aNewKeySealsAndTheOneBehindItStillOpens() {
        byte[] before = seal.seal("row 1", TOKEN);
        Seal rotated = new Seal(() -> List.of(key(2), key(1)), RANDOM);

        assertThat(rotated.isCurrent(before)).isFalse();
        assertThat(rotated.open("row 1", before)).isEqualTo(TOKEN);
        assertThat(rotated.isCurrent(rotated.seal("row 1", TOKEN))).isTrue();
    }

    @Test
    void aKeyThatAnotherProcessHasPutInFrontIsLookedFor() {
        byte[] sealedElsewhere = new Seal(() -> List.of(key(2), key(1)), RANDOM).seal("row 1", TOKEN);
        assertThatThrownBy(() -> seal.open("row 1", sealedElsewhere))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("key that is not there");

        keys.set(List.of(key(2), key(1)));

        assertThat(seal.open("row 1", sealedElsewhere)).isEqualTo(TOKEN);
    }

    private static SecretKey key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return new SecretKeySpec(bytes, "AES");
    }
}
