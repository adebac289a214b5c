package io.tidemark.app;

import io.tidemark.ledger.User;
import io.tidemark.tenancy.PrivateFile;
import io.tidemark.tenancy.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The demonstration's user: made once, with a random password kept in a file that only its owner may read, so that
/// every start prints the same.
record DemoSignIn(String email, String password) {
    static final String EMAIL = "demo@example.com";

    private static final String FILE = "demo-sign-in";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    /// The file also marks a directory as one of a demonstration.
    static boolean marks(Path dataDirectory) {
        return Files.exists(dataDirectory.resolve(FILE));
    }

    static DemoSignIn readOrCreate(Path dataDirectory, SecureRandom random) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                PrivateFile.createOnce(file, randomPassword(random));
            }
            return new DemoSignIn(EMAIL, Files.readString(file).strip());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// The user with this password.
    User ensureUser(Core core) {
        User user = core.registry()
                .findUser(email)
                .orElseGet(
                        () -> core.registry().createUser(email, core.passwords().hash(password)));
        if (!core.passwords().matches(password, user.passwordHash())) {
            core.registry().setPassword(user.id(), core.passwords().hash(password));
        }
        return core.registry().findUser(email).orElseThrow();
    }

    String token(Core core) {
        return core.tokens().issue(ensureUser(core), Tokens.BEARER_LIFE);
    }

    @Override
    public String toString() {
        return "DemoSignIn[" + email + "]";
    }

    private static String randomPassword(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
