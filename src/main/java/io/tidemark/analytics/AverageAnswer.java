package io.tidemark.analytics;

import org.jspecify.annotations.Nullable;

/// A metric per published post.
///
/// @param value over the posts that report it, null where none does
public record AverageAnswer(@Nullable Double value, Coverage coverage, Status status) {
    static AverageAnswer of(Tally tally) {
        return new AverageAnswer(
                PerPost.average(tally), tally.coverage(), tally.coverage().status());
    }
}
