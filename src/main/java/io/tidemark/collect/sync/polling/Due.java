package io.tidemark.collect.sync.polling;

import java.time.Instant;
import java.util.Comparator;

/// Something that is to be read between two instants.
record Due(Candidate candidate, Reason reason, Instant from, Instant by) {
    /// Earliest deadline first.
    static final Comparator<Due> URGENCY = Comparator.comparing(Due::by);

    boolean open(Instant now) {
        return !from.isAfter(now);
    }

    boolean missed(Instant now) {
        return by.isBefore(now);
    }

    /// Whether a budget should have been planned for it: nobody knows when posts are published or readings
    /// fall, and what was missed is made up for as there is time.
    boolean foreseen(Instant now) {
        return reason != Reason.FIRST && reason != Reason.CONFIRM && !missed(now);
    }
}
