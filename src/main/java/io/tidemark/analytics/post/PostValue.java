package io.tidemark.analytics.post;

import io.tidemark.frame.Reading;
import io.tidemark.metric.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One value of one post with where it came from.
///
/// @param value null where it is missing; the state says why
/// @param origin the reading that it came from; null where it is missing
/// @param stale whether its kind of source has read the post again since and no longer reported it: the value is the
///     last one known
/// @param nativeFields the platform's own names of the number; empty where it does not have it for this kind of post
public record PostValue(
        Metric metric,
        @Nullable Double value,
        ValueState state,
        @Nullable Reading origin,
        boolean stale,
        List<String> nativeFields) {
    public PostValue {
        nativeFields = List.copyOf(nativeFields);
    }
}
