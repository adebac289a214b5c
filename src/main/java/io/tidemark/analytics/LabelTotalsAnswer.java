package io.tidemark.analytics;

import io.tidemark.frame.LabelKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the posts of each label of a kind did.
///
/// @param labelsAsOf always `now`: labels are those of today, also where the numbers are of a past instant
/// @param labels those with the most posts of the period first
/// @param labelsLeftOut further labels, which have no more posts than the last one listed
/// @param unlabelled posts without any label of the kind
/// @param all every post in view, once
public record LabelTotalsAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        LabelKind kind,
        String labelsAsOf,
        List<LabelRow> labels,
        int labelsLeftOut,
        Numbers unlabelled,
        Numbers all,
        Overlap overlap,
        Map<String, String> definitions) {

    public record LabelRow(long labelId, String name, Numbers numbers) {}

    /// @param perPost averages over the posts that report a metric
    public record Numbers(
            PublishedAnswer published,
            Map<String, MetricAnswer> metrics,
            Map<String, AverageAnswer> perPost,
            Map<String, RateAnswer> rates) {}

    /// @param posts posts of the period with several labels of the kind, each of which counts them
    /// @param rowsAddUp whether the rows add up to all posts: where posts overlap, they do not
    public record Overlap(int posts, boolean rowsAddUp) {}
}
