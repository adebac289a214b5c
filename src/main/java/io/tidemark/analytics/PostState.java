package io.tidemark.analytics;

import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A post as summaries see it.
///
/// @param publishedAt null where nobody said
/// @param values its current values
/// @param activity what happened on it, day by day
public record PostState(
        long accountId,
        ContentType contentType,
        @Nullable Instant publishedAt,
        MetricValues values,
        PostActivity activity) {}
