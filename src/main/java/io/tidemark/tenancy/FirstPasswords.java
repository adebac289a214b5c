package io.tidemark.tenancy;

import java.security.SecureRandom;

/// Passwords with which people sign in first, before they choose their own.
public final class FirstPasswords {
    /// Without letters and digits that are taken for each other.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /// About 99 bits.
    private static final int LENGTH = 20;

    private final Passwords passwords;
    private final SecureRandom random;

    public FirstPasswords(Passwords passwords, SecureRandom random) {
        this.passwords = passwords;
        this.random = random;
    }

    /// @param hash what is kept of it
    public record Made(String password, String hash) {
        @Override
        public String toString() {
            return "Made[…]";
        }
    }

    public Made make() {
        StringBuilder made = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Made(made.toString(), passwords.hash(made.toString()));
    }
}
