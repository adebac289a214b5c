package io.tidemark.collect.connection;

import io.tidemark.words.Said;

/// What was sealed cannot be opened.
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    SealBroken(Said said) {
        super(said.english());
        this.said = said;
    }

    SealBroken(Said said, Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    public Said said() {
        return said;
    }
}
