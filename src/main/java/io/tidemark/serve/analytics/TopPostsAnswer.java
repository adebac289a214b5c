package io.tidemark.serve.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.insight.FairRanking;
import io.tidemark.analytics.post.Percentile;
import io.tidemark.analytics.post.TopPosts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The best posts of a period.
///
/// @param metric what was ranked by
/// @param rank `value`, as it is, or `fair`, as it is to be expected in the long run
/// @param considered how many posts were ranked
record TopPostsAnswer(
        long businessId,
        PeriodAnswer period,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        String metric,
        Rank rank,
        int considered,
        TopPosts.LeftOut leftOut,
        List<RankedPost> posts,
        Map<String, String> definitions) {

    enum Rank {
        VALUE,
        FAIR
    }

    record RankedPost(
            int rank,
            @JsonUnwrapped PostView post,
            double score,
            @Nullable Percentile percentile,
            FairRanking.@Nullable Score fair) {}
}
