package io.tidemark.ledger;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A test of two times to post at, of which a coin names one for each post.
///
/// @param metric by which they are compared, by its stable name
/// @param difference the least that the test should see, as a share
/// @param postsPerTime fixed at the start
/// @param seed of the coin
/// @param zone in which hours are counted
/// @param endedAt null while nobody ended it
public record TimingExperiment(
        long id,
        long accountId,
        String metric,
        Hour first,
        Hour second,
        double difference,
        int postsPerTime,
        long seed,
        ZoneId zone,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /// @param weekday from 1, Monday, to 7; null for any day
    public record Hour(@Nullable Integer weekday, int hour) {}
}
