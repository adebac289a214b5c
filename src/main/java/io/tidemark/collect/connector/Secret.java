package io.tidemark.collect.connector;

/// A token, a client secret, a password: shown nowhere.
public record Secret(String value) {
    /// Where none is needed.
    public static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return "(secret)";
    }
}
