package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A number added up over some parts of an answer.
///
/// @param able items that can report it at all
/// @param flags what is to be said of it, as in [Sums]
/// @param reporters the platforms that report it, as bits
/// @param facts those of them, as bits, whose own days are in it
record Tally(double sum, Coverage coverage, int able, int flags, int reporters, int facts) {
    /// The platforms that report it.
    Set<Platform> platforms() {
        return Platforms.of(reporters);
    }

    /// The sum in whole thousandths, which is what activity is kept in; null where nobody reports.
    @Nullable
    Double value() {
        return coverage.reporting() == 0 ? null : Math.rint(sum * 1000) / 1000;
    }

    /// Whether at most one item can report the number, so that nothing had to be added.
    boolean isSingle() {
        return coverage.reporting() == 1 && able == 1;
    }

    Tally with(byte flag) {
        return new Tally(sum, coverage, able, flags | flag, reporters, facts);
    }

    boolean is(byte flag) {
        return (flags & flag) != 0;
    }
}
