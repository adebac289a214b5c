package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Readings that are paid for together: those of one platform with one sign-in, or one app. All of its limits
/// count the same thing: calls, readings, or money in units of a reading.
///
/// @param buckets its limits, each of which a reading must pass; none where nothing limits it
/// @param pausedUntil nothing is read before it; null where nothing is in the way
/// @param memory what former choices have taught
public record Pool(
        Tariff tariff, List<TokenBucket> buckets, @Nullable Instant pausedUntil, Memory memory) {
    public Pool {
        buckets = List.copyOf(buckets);
    }

    public static Pool of(Tariff tariff, TokenBucket... buckets) {
        return new Pool(tariff, List.of(buckets), null, Memory.NONE);
    }

    /// The platform has refused a call until an instant: then it starts over with empty buckets, and slower for
    /// as long as it has to wait.
    public Pool refused(Instant now, Instant until) {
        Instant slow = until.plus(Duration.between(now, until));
        List<TokenBucket> empty =
                buckets.stream().map(bucket -> bucket.refused(slow)).toList();
        return new Pool(tariff, empty, until, memory);
    }

    /// The platform as a whole fails: nothing is asked of it until an instant.
    public Pool paused(Instant until) {
        return new Pool(tariff, buckets, until, memory);
    }

    public Pool counting(Tariff other) {
        return new Pool(other, buckets, pausedUntil, memory);
    }

    /// With limits as they are known elsewhere, such as from a platform's answers or our own book of what was spent.
    public Pool within(List<TokenBucket> known) {
        return new Pool(tariff, known, pausedUntil, memory);
    }

    boolean pauses(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    Pool refilled(Instant now) {
        return within(buckets.stream().map(bucket -> bucket.refilled(now)).toList());
    }
}
