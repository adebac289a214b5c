package io.tidemark.serve.analytics;

import io.tidemark.analytics.PeriodAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of posts.
///
/// @param total posts in the whole list
/// @param nextCursor for the page behind this one; null when there is none
/// @param dataChanged whether new data came in since the page before: posts may have moved between pages
/// @param definitions what the derived numbers mean, by id
record PostListAnswer(
        long businessId,
        PeriodAnswer period,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        String sort,
        int total,
        List<PostView> posts,
        @Nullable String nextCursor,
        boolean dataChanged,
        Map<String, String> definitions) {}
