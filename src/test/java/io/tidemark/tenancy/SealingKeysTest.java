package io.tidemark.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeysTest {
    private static final String ONE = "11".repeat(32);
    private static final String TWO = "22".repeat(32);

    @TempDir
    private Path directory;

    @Test
    void aFileIsMadeOnceForItsOwnerAlone() throws IOException {
        Path file = directory.resolve("sealing.keys");
        SealingKeys keys = of(Map.of());

        List<SecretKey> first = keys.get();

        assertThat(first).hasSize(1);
        assertThat(first.getFirst().getEncoded()).hasSize(32);
        assertThat(of(Map.of()).get()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewKeyStandsInFrontOfThoseBefore() throws IOException {
        SealingKeys.InFile keys = (SealingKeys.InFile) of(Map.of());
        SecretKey first = keys.get().getFirst();

        keys.addKey();

        assertThat(keys.get()).hasSize(2).last().isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        List<SecretKey> keys = of(Map.of(SealingKeys.VARIABLE, ONE + "," + TWO)).get();

        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst().getEncoded()).containsOnly(0x11);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aCommandPrintsThem() {
        List<SecretKey> keys =
                of(Map.of(SealingKeys.COMMAND, "echo " + TWO + "; echo " + ONE)).get();

        assertThat(keys).extracting(key -> key.getEncoded()[0]).containsExactly((byte) 0x22, (byte) 0x11);
    }

    @Test
    void aCommandThatFailsIsNamedAndNotQuoted() {
        assertThatThrownBy(() -> of(Map.of(SealingKeys.COMMAND, "echo secret >&2; exit 3"))
                        .get())
                .isInstanceOf(SealingKeysUnusable.class)
                .hasMessageContaining("exit code 3")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "abc", "zz111111111111111111111111111111111111111111111111111111111111111"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String keys) {
        assertThatThrownBy(() -> of(Map.of(SealingKeys.VARIABLE, keys)).get())
                .isInstanceOf(SealingKeysUnusable.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("zz11");
    }

    private SealingKeys of(Map<String, String> environment) {
        return SealingKeys.of(directory.resolve("sealing.keys"), environment, new SecureRandom());
    }
}
