package io.tidemark.analytics.activity;

import io.tidemark.frame.Reading;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read of one post.
///
/// @param publishedAt null where nobody said
/// @param knownFromStart whether the post came after the first complete listing of its account, so that nothing
///     of it happened unseen
/// @param readings oldest first; of two at one instant the one that prevails last
public record PostCounters(
        Platform platform,
        ContentType contentType,
        @Nullable Instant publishedAt,
        boolean knownFromStart,
        List<Reading> readings) {

    /// The metrics that any of some readings reports, as bits ([io.tidemark.metric.MetricValues#isIn]).
    static int reported(List<Reading> readings) {
        int bits = 0;
        for (Reading reading : readings) {
            bits |= reading.values().presentBits();
        }
        return bits;
    }
}
