package io.tidemark.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that signs tokens: made once, kept in a file that only its owner may read.
public final class SigningKey {
    private static final int BYTES = 32;

    private SigningKey() {}

    /// Reads the key, or makes it where there is none. Two processes that start at once end up with the same key.
    ///
    /// @throws IOException also when the file holds something else
    public static SecretKey readOrCreate(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            PrivateFile.createOnce(file, HexFormat.of().formatHex(fresh));
        }
        String text = Files.readString(file).strip();
        try {
            byte[] key = HexFormat.of().parseHex(text);
            if (key.length == BYTES) {
                return new SecretKeySpec(key, "HmacSHA256");
            }
        } catch (IllegalArgumentException ignored) {
            // Said below without repeating what the file holds.
        }
        throw new IOException(
                file + " does not hold a signing key: delete it to get a new one (everybody must then sign in again).");
    }
}
