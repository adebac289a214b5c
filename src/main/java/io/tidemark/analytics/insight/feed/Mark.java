package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.Insight;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a finding said when it last changed: against this it is held from then on, so that many small steps count
/// together.
///
/// @param lo null where there is no interval
public record Mark(
        Stance stance,
        @Nullable Double value,
        @Nullable Double lo,
        @Nullable Double hi,
        @Nullable LocalDate date,
        @Nullable Long post) {
    /// Without an interval, values differ that are further apart than this, as a share of the one that was.
    private static final double STEP = 0.25;

    static Mark of(Insight insight) {
        Evidence evidence = insight.evidence();
        return new Mark(
                Nature.stance(insight), evidence.value(), evidence.lo(), evidence.hi(), insight.date(), insight.post());
    }

    /// Whether a finding of the same name is another one now.
    boolean isLeftBy(Mark now, Nature.Moves moves) {
        if (stance != now.stance) {
            return true;
        }
        return switch (moves) {
            case BY_VALUE -> stance != Stance.UNDECIDED && differs(value, now);
            case BY_SUBJECT -> !Objects.equals(date, now.date) || !Objects.equals(post, now.post);
            case NEVER -> false;
        };
    }

    /// Either value lies within the interval of the other: no difference.
    private boolean differs(@Nullable Double was, Mark now) {
        if (was == null || now.value == null) {
            return !Objects.equals(was, now.value);
        }
        if (lo == null && now.lo == null) {
            return Math.abs(now.value - was) > STEP * Math.abs(was);
        }
        return !holds(now.value) && !now.holds(was);
    }

    private boolean holds(double number) {
        return lo != null && hi != null && lo <= number && number <= hi;
    }
}
