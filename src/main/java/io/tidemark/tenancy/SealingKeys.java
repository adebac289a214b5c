package io.tidemark.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The keys with which tokens of platforms are sealed, that which seals first. Each is 64 hexadecimal digits;
/// they stand on lines of their own, or with commas between.
///
/// They are never in the database, so that a copy of it opens nothing.
public sealed interface SealingKeys extends Supplier<List<SecretKey>> {
    /// Keys themselves.
    String VARIABLE = "TIDEMARK_SEALING_KEYS";

    /// A command that prints keys, such as one that asks a key management service.
    String COMMAND = "TIDEMARK_SEALING_KEYS_COMMAND";

    /// Length of a key.
    int BYTES = 32;

    /// @throws SealingKeysUnusable where they cannot be had
    @Override
    List<SecretKey> get();

    /// Where the environment names keys or a command, those; else the file, which is made where there is none.
    static SealingKeys of(Path file, Map<String, String> environment, SecureRandom random) {
        String keys = environment.get(VARIABLE);
        if (keys != null) {
            return new Given(keys);
        }
        String command = environment.get(COMMAND);
        return command == null ? new InFile(file, random) : new Printed(command);
    }

    /// Keys in the environment.
    record Given(String keys) implements SealingKeys {
        @Override
        public List<SecretKey> get() {
            return parse(keys, VARIABLE);
        }

        /// Without the keys.
        @Override
        public String toString() {
            return VARIABLE;
        }
    }

    /// Keys that a command of the operator prints.
    record Printed(String command) implements SealingKeys {
        @Override
        public List<SecretKey> get() {
            return parse(new ShellCommand(command).output(), "what " + COMMAND + " prints");
        }
    }

    /// Keys in a file that only its owner may read.
    record InFile(Path file, SecureRandom random) implements SealingKeys {
        @Override
        public List<SecretKey> get() {
            try {
                makeOnce();
                return parse(Files.readString(file), file.toString());
            } catch (IOException problem) {
                throw new SealingKeysUnusable(file + " cannot be read or made: " + problem.getMessage(), problem);
            }
        }

        /// Puts a new key in front; those before still open what they have sealed.
        public void addKey() {
            try {
                makeOnce();
                PrivateFile.replace(
                        file, fresh() + "\n" + Files.readString(file).strip());
            } catch (IOException problem) {
                throw new SealingKeysUnusable(file + " cannot be written: " + problem.getMessage(), problem);
            }
        }

        private void makeOnce() throws IOException {
            if (!Files.exists(file)) {
                PrivateFile.createOnce(file, fresh());
            }
        }

        private String fresh() {
            byte[] key = new byte[BYTES];
            random.nextBytes(key);
            return HexFormat.of().formatHex(key);
        }
    }

    private static List<SecretKey> parse(String text, String place) {
        List<String> keys = Arrays.stream(text.split("[\\s,]+"))
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> !key.matches("[0-9a-fA-F]{64}"))) {
            throw new SealingKeysUnusable("The keys for tokens of platforms, in " + place
                    + ", are not 64 hexadecimal digits each: 'openssl rand -hex 32' makes one.");
        }
        return keys.stream()
                .<SecretKey>map(key -> new SecretKeySpec(HexFormat.of().parseHex(key), "AES"))
                .toList();
    }
}
