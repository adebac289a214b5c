package io.tidemark.analytics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The posts published in a period.
///
/// @param boostedLeftOut posts left out because money was spent on showing them
public record PublishedAnswer(Posts posts, int boostedLeftOut, EqualAge equalAge) {
    public record Posts(
            int value, @Nullable Integer previous, @Nullable Integer change) {}

    /// The posts of both periods, each counted at the same age: the only fair comparison of published posts.
    ///
    /// @param ageHours the age, null where there is no comparison
    /// @param leftOut posts of the period that it does not cover
    public record EqualAge(
            @Nullable Integer ageHours,
            Map<String, MetricAnswer> metrics,
            int leftOut,
            @Nullable String reason) {}
}
