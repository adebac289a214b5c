package io.tidemark.serve.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.insight.performance.FairRanking;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.analytics.post.Percentile;
import io.tidemark.analytics.post.TopPosts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The best posts of a period.
///
/// @param metric what was ranked by
/// @param rank `value`, as it is, `fair`, as it is to be expected in the long run, or `conservative`
/// @param rankedBy the same in words
/// @param considered how many posts were ranked
record TopPostsAnswer(
        long businessId,
        PeriodAnswer period,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        String metric,
        TopPosts.Rank rank,
        String rankedBy,
        int considered,
        TopPosts.LeftOut leftOut,
        List<RankedPost> posts,
        Map<String, String> definitions) {

    record RankedPost(
            int rank,
            @JsonUnwrapped PostView post,
            double score,
            @Nullable Percentile percentile,
            FairRanking.@Nullable Score fair,
            Performance performance) {}
}
