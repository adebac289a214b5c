package io.tidemark.ledger;

/// A database that cannot be used as it is. The message is a sentence for the operator and holds no secret.
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseUnusable(String message) {
        super(message);
    }
}
