package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.words.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one thing made of a change.
///
/// @param effect stable name
/// @param title what varies, in words
/// @param words what happened, as a clause
/// @param change in the unit of the metric, for a rate as a difference of rates
/// @param ratio as a share of what was before, null where that was nothing
/// @param named whether it may be called a cause: larger than chance alone makes it nine times in ten
/// @param parts what it is made of, where it is made of several
public record EffectAnswer(
        String effect,
        String title,
        Said words,
        double change,
        @Nullable Double ratio,
        boolean named,
        Evidence evidence,
        List<EffectAnswer> parts) {
    public EffectAnswer {
        parts = List.copyOf(parts);
    }
}
