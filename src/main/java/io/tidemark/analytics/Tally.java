package io.tidemark.analytics;

import io.tidemark.metric.Platform;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A number added up over some platforms.
///
/// @param able items that can report it at all
/// @param provisional whether an item that reports it may still be revised
/// @param platforms those that report it
record Tally(double sum, Coverage coverage, int able, boolean provisional, Set<Platform> platforms) {
    /// The sum, null where nobody reports.
    @Nullable
    Double value() {
        return coverage.reporting() == 0 ? null : sum;
    }

    /// Whether at most one item can report the number, so that nothing had to be added.
    boolean isSingle() {
        return coverage.reporting() == 1 && able == 1;
    }
}
