package io.tidemark.ledger;

import java.time.Duration;

/// How many jobs of a kind people may ask for in a business.
///
/// @param window the stretch of time, ending now, in which they are counted
public record JobQuota(int jobs, Duration window) {
    public JobQuota {
        if (jobs < 1) {
            throw new IllegalArgumentException("A quota below 1 allows nothing");
        }
    }
}
