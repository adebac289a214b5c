package io.tidemark.collect;

import io.tidemark.words.Said;

/// An account could not be read; the message says in a sentence why and what to do.
public final class CollectFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    public CollectFailed(Said said) {
        super(said.english());
        this.said = said;
    }

    public CollectFailed(Said said, Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    public Said said() {
        return said;
    }
}
