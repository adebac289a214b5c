package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a post was said to break out, as it was known then, and what came of it.
///
/// @param saidAt when
/// @param handle of the account
/// @param readAge hours from publication to the reading on which it was said
/// @param engagement what the post had then
/// @param expected what is usual at that age
/// @param usual what posts of the account and type usually settle at
/// @param settlesAt what the post was expected to settle at
/// @param chance that it settles at three times the usual or more
/// @param history settled posts that this rests on
/// @param settled what it settled at, null while that is not known
public record Breakout(
        long postId,
        Level level,
        Instant saidAt,
        long accountId,
        Platform platform,
        String handle,
        Instant publishedAt,
        double readAge,
        double engagement,
        double expected,
        double usual,
        double settlesAt,
        double chance,
        int history,
        @Nullable Double settled) {

    /// How likely it was: worth watching, or so likely that somebody is told.
    public enum Level {
        WATCH,
        ALERT
    }
}
