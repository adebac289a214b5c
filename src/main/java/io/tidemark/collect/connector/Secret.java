package io.tidemark.collect.connector;

/// A token, a client secret, a password: shown nowhere.
public record Secret(String value) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
