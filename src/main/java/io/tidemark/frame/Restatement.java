package io.tidemark.frame;

import io.tidemark.metric.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a platform changed a number after it was settled: what it says of a day of an account, or a counter of a post.
///
/// @param account ordinal in [Frame#accounts]
/// @param post row in [Frame#posts], or [#NO_POST] for a day of an account
/// @param day epoch day that the number is of; for a post, the day on which the change was seen
/// @param seenOn epoch day in the business's zone on which the new number was first observed
/// @param knownAt when the new number came to count
/// @param formerKnownAt when the number before it did
public record Restatement(
        Metric metric,
        int account,
        int post,
        int day,
        int seenOn,
        double before,
        double after,
        Instant knownAt,
        Instant formerKnownAt) {
    public static final int NO_POST = -1;

    public boolean ofPost() {
        return post != NO_POST;
    }

    /// The last instant as of which the number before is told; null where there is none, as where files were imported
    /// in another order than they spoke.
    public @Nullable Instant formerAsOf() {
        Instant last = justBefore(knownAt);
        return formerKnownAt.isAfter(last) ? null : last;
    }

    /// Instants are kept to the microsecond.
    static Instant justBefore(Instant instant) {
        return instant.minusNanos(1_000);
    }
}
