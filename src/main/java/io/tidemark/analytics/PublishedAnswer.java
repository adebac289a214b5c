package io.tidemark.analytics;

import io.tidemark.words.Said;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The posts published in a period.
///
/// @param boostedLeftOut posts that the comparison at equal age leaves out because money was spent on showing them
public record PublishedAnswer(Posts posts, int boostedLeftOut, EqualAge equalAge) {
    public record Posts(
            int value, @Nullable Integer previous, @Nullable Integer change) {}

    /// The posts of both periods, each counted at the same age: the only fair comparison of published posts.
    ///
    /// @param ageHours the age, null where there is no comparison
    /// @param metrics by key, with `engagement`
    /// @param leftOut posts of the period that have not reached the age, or were not read around it
    /// @param previousLeftOut those of the period compared with
    public record EqualAge(
            @Nullable Integer ageHours,
            Map<String, MetricAnswer> metrics,
            Map<String, RateAnswer> rates,
            int leftOut,
            @Nullable Integer previousLeftOut,
            @Nullable Said reason) {}
}
