package io.tidemark.ledger;

/// The file was imported before and still counts.
public final class SameSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sourceId;

    SameSource(long sourceId) {
        super("This file was imported before, as source " + sourceId + ".");
        this.sourceId = sourceId;
    }

    public long sourceId() {
        return sourceId;
    }
}
