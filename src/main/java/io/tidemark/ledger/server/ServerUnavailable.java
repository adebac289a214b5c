package io.tidemark.ledger.server;

/// The database cannot be had. The message is for the user: what is wrong and what to do about it.
public final class ServerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerUnavailable(String message) {
        super(message);
    }

    public ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
