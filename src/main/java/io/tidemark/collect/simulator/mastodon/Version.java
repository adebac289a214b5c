package io.tidemark.collect.simulator.mastodon;

/// What servers can do by their versions.
public enum Version {
    /// Tells posts one by one, and knows no proof keys.
    V4_2,
    /// Tells several posts in a call, and takes proof keys.
    V4_4,
    /// Counts quotes.
    V4_5;

    boolean tellsSeveral() {
        return this != V4_2;
    }

    boolean takesProofKeys() {
        return this != V4_2;
    }

    boolean countsQuotes() {
        return this == V4_5;
    }
}
