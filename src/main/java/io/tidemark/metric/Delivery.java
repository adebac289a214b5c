package io.tidemark.metric;

/// How a platform hands a number out.
public enum Delivery {
    /// A total since publication, as of the moment of reading.
    CUMULATIVE,
    /// A value of one calendar day in the platform's zone.
    DAILY,
    /// A level at the moment of reading; its history exists only if somebody read it.
    SNAPSHOT
}
