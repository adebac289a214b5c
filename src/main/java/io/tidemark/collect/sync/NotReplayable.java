package io.tidemark.collect.sync;

/// A run cannot be mapped again from what is kept of it.
final class NotReplayable extends Exception {
    private static final long serialVersionUID = 1L;

    NotReplayable(String why) {
        super(why);
    }
}
