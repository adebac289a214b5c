package io.tidemark.collect;

/// An account could not be read; the message says in a sentence why and what to do.
public final class CollectFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CollectFailed(String sentence) {
        super(sentence);
    }

    public CollectFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
