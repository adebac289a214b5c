package io.tidemark.collect.connection;

/// An account that cannot be collected through a connection.
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String externalId;

    NotOffered(String externalId, String sentence) {
        super(sentence);
        this.externalId = externalId;
    }

    public String externalId() {
        return externalId;
    }
}
