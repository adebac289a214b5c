package io.tidemark.metric;

/// How the values of a metric may be put together.
public enum Kind {
    /// Adds over posts, days and accounts.
    COUNTER,
    /// Counts people: never adds over days; over posts only as a sum that is labelled as such.
    UNIQUE,
    /// A level: the last value counts, and levels add over accounts only.
    GAUGE,
    /// Time in seconds; adds like a counter.
    DURATION;

    public boolean adds() {
        return this == COUNTER || this == DURATION;
    }
}
