package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Content types side by side, those with most posts first.
///
/// @param posts published in the period, of all types in view
/// @param platforms the same for each platform; empty where nothing is split
/// @param definitions what the derived numbers mean, by id
public record ContentTypesAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        int posts,
        List<Row> contentTypes,
        List<OfPlatform> platforms,
        Map<String, String> definitions) {
    /// The content types of one platform.
    ///
    /// @param posts published there in the period
    public record OfPlatform(Platform platform, int posts, List<Row> contentTypes) {}

    ContentTypesAnswer split(List<OfPlatform> into) {
        return new ContentTypesAnswer(
                businessId,
                period,
                comparison,
                dataVersion,
                asOf,
                lastCollectedAt,
                posts,
                contentTypes,
                into,
                definitions);
    }

    /// One content type.
    ///
    /// @param shareOfPosts of the posts published in the period; null where there are none
    /// @param metrics those of posts, by key
    /// @param perPost averages over the posts published in the period, whatever the basis
    public record Row(
            ContentType contentType,
            @Nullable Double shareOfPosts,
            Map<String, MetricAnswer> metrics,
            MetricAnswer engagement,
            Map<String, AverageAnswer> perPost,
            Map<String, RateAnswer> rates,
            PublishedAnswer published) {}
}
