package io.tidemark.collect.sync.polling;

import java.time.Instant;
import java.util.Collection;

/// Decides which posts are read now. A pure function: everything it remembers is in what it is given.
public interface PollingPolicy {
    /// @param candidates all that draw on the pool, those that were read just now included
    /// @param pool as the last choice left it
    Choice choose(Instant now, Collection<? extends Candidate> candidates, Pool pool);
}
