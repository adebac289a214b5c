package io.tidemark.analytics.insight.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a finding from before.
///
/// @param id its name, as [FeedEntry] has it
/// @param mark what it said when it last changed
/// @param openedAt when it was first found
/// @param changedAt when it last became another one than it was
/// @param closedAt when it was found no more; null while it is
/// @param dismissed null where nobody has put it away
public record Remembered(
        String id,
        Mark mark,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        @Nullable Dismissal dismissed) {
    /// What comes back within this time was never gone.
    private static final Duration PATIENCE = Duration.ofDays(7);

    /// @param by who put it away, by mail address
    public record Dismissal(Instant at, String by) {}

    static Remembered opened(String id, Mark mark, Instant now) {
        return new Remembered(id, mark, now, now, null, null);
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /// The same finding, found again. What was put away comes back only when it has become another one.
    Remembered foundAgain(Mark now, Nature.Moves moves, Instant at) {
        if (isForgotten(at) || mark.stance() != now.stance()) {
            return opened(id, now, at);
        }
        return mark.isLeftBy(now, moves)
                ? new Remembered(id, now, openedAt, at, null, null)
                : new Remembered(id, mark, openedAt, changedAt, null, dismissed);
    }

    Remembered lost(Instant at) {
        return isOpen() ? new Remembered(id, mark, openedAt, changedAt, at, dismissed) : this;
    }

    boolean isForgotten(Instant at) {
        return closedAt != null && closedAt.plus(PATIENCE).isBefore(at);
    }
}
