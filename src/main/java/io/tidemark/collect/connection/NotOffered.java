package io.tidemark.collect.connection;

import io.tidemark.words.Said;

/// An account that cannot be collected through a connection.
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String externalId;
    private final transient Said said;

    NotOffered(String externalId, Said said) {
        super(said.english());
        this.externalId = externalId;
        this.said = said;
    }

    public Said said() {
        return said;
    }

    public String externalId() {
        return externalId;
    }
}
