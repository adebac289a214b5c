package io.tidemark.tenancy;

/// The keys with which tokens of platforms are sealed cannot be had; the message says what to do.
public final class SealingKeysUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealingKeysUnusable(String sentence) {
        super(sentence);
    }

    SealingKeysUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
