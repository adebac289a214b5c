package io.tidemark.tenancy;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes and checks passwords with bcrypt.
public final class Passwords {
    private static final Sentence TOO_SHORT =
            Sentence.of("password_too_short", "The password needs at least {least} characters.");
    private static final Sentence TOO_LONG =
            Sentence.of("password_too_long", "The password is longer than {most} bytes: choose a shorter one.");

    /// Fewest characters of a password.
    public static final int SHORTEST = 10;

    /// bcrypt looks at no more than this many bytes; a longer password would be weaker than it seems.
    private static final int MOST_BYTES = 72;

    private static final int STRENGTH = 10;

    /// The hash, of the same strength, of something random that nobody kept.
    private static final String HASH_OF_NOBODY = "$2a$10$8pPtAQi8dEmM9Erry/lg3O6liP8Xbsa/6LgIJVAOmmwYrPVGIdFhO";

    private final PasswordEncoder bcrypt;

    public Passwords(SecureRandom random) {
        this(new BCryptPasswordEncoder(STRENGTH, random));
    }

    Passwords(PasswordEncoder bcrypt) {
        this.bcrypt = bcrypt;
    }

    /// The hash to store.
    ///
    /// @throws WeakPassword when it is too short or too long
    public String hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new WeakPassword(TOO_SHORT.said(Map.of("least", Value.count(SHORTEST))));
        }
        if (isTooLong(password)) {
            throw new WeakPassword(TOO_LONG.said(Map.of("most", Value.count(MOST_BYTES))));
        }
        return encode(password);
    }

    /// Whether the password belongs to the hash.
    public boolean matches(String password, String hash) {
        return bcrypt.matches(password, hash) && !isTooLong(password);
    }

    /// Works as long as [#matches] does, so that the time of an answer does not tell which users exist.
    public void pretendToMatch(String password) {
        boolean ignored = bcrypt.matches(password, HASH_OF_NOBODY);
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private String encode(String password) {
        String hash = bcrypt.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt gave no hash");
        }
        return hash;
    }
}
