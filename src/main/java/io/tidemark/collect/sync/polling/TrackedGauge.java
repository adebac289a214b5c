package io.tidemark.collect.sync.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The levels of an account, such as its followers: read once a day.
///
/// @param failedUntil until when it is left alone since reading it has failed; null where it has not
public record TrackedGauge(
        PolledAccount account,
        double cost,
        @Nullable Instant readAt,
        @Nullable Instant failedUntil) implements Candidate {
    @Override
    public boolean rests(Instant now) {
        return failedUntil != null && now.isBefore(failedUntil);
    }
}
