package io.tidemark.app;

/// The program.
public final class Tidemark {
    private Tidemark() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException();
    }
}
