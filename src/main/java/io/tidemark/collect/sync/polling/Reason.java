package io.tidemark.collect.sync.polling;

/// Why something is read now.
public enum Reason {
    /// It was just found.
    FIRST(true),
    /// A day of its account ends.
    MIDNIGHT(true),
    /// It has reached an age at which posts are compared, or has settled.
    SETTLED(true),
    /// Its numbers can soon no longer be read.
    EXPIRING(true),
    /// The account's levels are due.
    GAUGE(true),
    /// The last reading fell too far to be believed.
    CONFIRM(true),
    /// More is gained than a reading costs.
    INDEX(false),
    /// Its account had less than half of an equal share of the pool.
    SHARE(false),
    /// Nothing else needs what is about to be lost.
    SURPLUS(false),
    /// It costs nothing, since the call or its day is paid for.
    ALONG(false),
    /// It has settled long ago and was not read for a quarter.
    QUARTERLY(false),
    /// Its turn at a fixed interval.
    INTERVAL(false);

    private final boolean guaranteed;

    Reason(boolean guaranteed) {
        this.guaranteed = guaranteed;
    }

    /// Whether it is read by a deadline whatever else could be read.
    public boolean guaranteed() {
        return guaranteed;
    }
}
