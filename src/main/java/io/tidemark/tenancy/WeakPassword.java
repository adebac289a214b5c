package io.tidemark.tenancy;

/// A password that is not accepted; the message says why in a sentence for the person who chose it.
public final class WeakPassword extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WeakPassword(String message) {
        super(message);
    }
}
