package io.tidemark.serve.events;

/// Hints that something has changed, wherever it was changed from. One may be lost.
@FunctionalInterface
public interface Changes {
    /// @return closes the listening
    AutoCloseable listen(Listener listener);

    interface Listener {
        void mayHaveChanged(long businessId);

        void anythingMayHaveChanged();
    }
}
