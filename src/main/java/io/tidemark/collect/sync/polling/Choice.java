package io.tidemark.collect.sync.polling;

import java.time.Instant;
import java.util.List;

/// What to read now.
///
/// @param readings in the order in which to make them; those of one call stand together
/// @param pool with these readings paid for, to be handed in next time
/// @param next when something may be due again; nothing is lost by not asking before
/// @param infeasible whether the budget does not cover what should be read by fixed times, so that older posts
///     are read at fewer midnights
public record Choice(List<Reading> readings, Pool pool, Instant next, boolean infeasible) {
    public Choice {
        readings = List.copyOf(readings);
    }

    /// @param index what is gained, in the measure of prices
    public record Reading(Candidate candidate, Reason reason, double index) {}
}
