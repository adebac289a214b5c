package io.tidemark.collect.alert;

/// A way to people.
public interface Channel {
    /// Stable: by it what was sent is remembered.
    String key();

    /// For a person, without secrets.
    String where();

    /// @throws NotSent where it did not arrive, or nobody knows
    void send(Notice notice);
}
