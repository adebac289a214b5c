package io.tidemark.app;

import io.tidemark.tenancy.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The key by which the demonstration's platforms know their tokens, in a file that only its owner may read.
/// A demonstration that was begun before there were such platforms has none.
record DemoKey(Path file) {
    private static final int BYTES = 32;

    static DemoKey in(Path dataDirectory) {
        return new DemoKey(dataDirectory.resolve("demo-platforms.key"));
    }

    Optional<byte[]> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(HexFormat.of().parseHex(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void create(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        try {
            PrivateFile.createOnce(file, HexFormat.of().formatHex(key));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
