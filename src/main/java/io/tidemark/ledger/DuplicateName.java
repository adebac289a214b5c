package io.tidemark.ledger;

/// A name that must be unique is taken.
public final class DuplicateName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateName(String message) {
        super(message);
    }
}
