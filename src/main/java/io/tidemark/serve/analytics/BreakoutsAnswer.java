package io.tidemark.serve.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.performance.BreakoutScore;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.ledger.Breakout;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The posts that break out, and how often it was right that posts do.
///
/// @param rule when it is said that a post breaks out, in words
/// @param current of posts that still grow, alerts first, then those that were said last
/// @param alerts how often alerts came true
/// @param watches how often posts that were worth watching, without an alert, came true
record BreakoutsAnswer(
        long businessId,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        io.tidemark.words.Said rule,
        List<Current> current,
        BreakoutScore alerts,
        BreakoutScore watches) {

    /// @param said as it was known when it was said
    /// @param performance as it is known now
    /// @param evidence of the chance, as it is known now, that the post settles at three times the usual
    ///     or more
    record Current(
            Breakout.Level level,
            @JsonUnwrapped PostView post,
            Said said,
            Performance performance,
            Evidence evidence) {}

    /// @param ageHours when the post was read
    /// @param expected what is usual at that age
    /// @param usual what such posts usually settle at
    /// @param settlesAt what the post was expected to settle at
    /// @param chance that it settles at three times the usual or more
    /// @param posts settled posts that this rests on
    record Said(
            Instant at,
            double ageHours,
            double engagement,
            double expected,
            double usual,
            double settlesAt,
            double chance,
            int posts) {
        static Said of(Breakout breakout) {
            return new Said(
                    breakout.saidAt(),
                    breakout.readAge(),
                    breakout.engagement(),
                    breakout.expected(),
                    breakout.usual(),
                    breakout.settlesAt(),
                    breakout.chance(),
                    breakout.history());
        }
    }
}
