package io.tidemark.collect.sync.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A post that is followed.
///
/// @param id by which whoever asks knows it
/// @param cost of one reading by the cheapest route
/// @param expiresAt when its numbers can no longer be read; null where they always can
public record TrackedPost(
        PolledAccount account,
        String id,
        PollState state,
        double cost,
        @Nullable Instant expiresAt) implements Candidate {
    @Override
    public @Nullable Instant readAt() {
        return state.readAt();
    }

    @Override
    public boolean rests(Instant now) {
        return state.rests(now) || (expiresAt != null && !now.isBefore(expiresAt));
    }

    /// Whether it has settled, so that hardly anything is to be expected of it.
    boolean settled(Instant now) {
        return !state.publishedAt().plus(account.horizon()).isAfter(now);
    }
}
