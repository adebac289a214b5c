package io.tidemark.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @TempDir
    private Path directory;

    @Test
    void theKeyIsMadeOnceAndReadAfterwards() throws IOException {
        Path file = directory.resolve("new/signing.key");

        assertThat(SigningKey.readOrCreate(file, new SecureRandom()))
                .isEqualTo(SigningKey.readOrCreate(file, new SecureRandom()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aDamagedKeyIsReportedWithoutBeingRepeated() throws IOException {
        Path file = directory.resolve("signing.key");
        Files.writeString(file, "abcdef");

        assertThatThrownBy(() -> SigningKey.readOrCreate(file, new SecureRandom()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signing.key")
                .hasMessageNotContaining("abcdef");
    }
}
