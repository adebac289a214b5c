package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.words.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a test of two times is, and once it is over, what came out.
///
/// @param asDrawn how many of the posts went out at the time that the coin had named
/// @param next where the next post goes; null once no more are needed
/// @param pValue how often chance alone makes a difference as large; null before the end, since a look before would
///     spoil the test
/// @param text the state in a sentence or two
/// @param evidence its value is how much more the second time brings than the first, as a share
public record ExperimentState(
        Stage stage,
        Arm first,
        Arm second,
        int asDrawn,
        @Nullable Next next,
        @Nullable Double pValue,
        Said text,
        Evidence evidence) {
    public enum Stage {
        RUNNING,
        /// Ended before each time had its posts: no difference may be told.
        STOPPED,
        /// Each time has its posts.
        COMPLETE
    }

    /// @param posts that went out then, since the start
    /// @param needed posts before anything is compared
    public record Arm(PostingTime time, int posts, int needed) {
        boolean isFull() {
            return posts >= needed;
        }
    }

    /// @param at when its hour begins next
    public record Next(PostingTime time, Instant at) {}
}
