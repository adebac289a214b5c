package io.tidemark.collect.connection;

/// What was sealed cannot be opened.
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String sentence) {
        super(sentence);
    }

    SealBroken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
