package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.Insight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding in its place in the feed.
///
/// @param id names it from day to day
/// @param claim whether chance alone could have made it, so that it counts among those that may be wrong
/// @param openedAt when it was first found; null in answers that are not remembered
/// @param changedAt when it last became another one than it was; null in answers that are not remembered
/// @param state null in answers that are not remembered
/// @param dismissed who put it away, and when; null where nobody has
public record FeedEntry(
        String id,
        Insight insight,
        boolean claim,
        Worth worth,
        @Nullable Instant openedAt,
        @Nullable Instant changedAt,
        @Nullable State state,
        Remembered.@Nullable Dismissal dismissed) {
    public enum State {
        OPEN,
        DISMISSED
    }
}
