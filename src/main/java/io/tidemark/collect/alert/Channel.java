package io.tidemark.collect.alert;

import io.tidemark.language.Language;

/// A way to people.
public interface Channel {
    /// Stable: by it what was sent is remembered.
    String key();

    /// For a person, without secrets.
    String where();

    /// In which people are told.
    Language language();

    /// @throws NotSent where it did not arrive, or nobody knows
    void send(Notice notice);
}
