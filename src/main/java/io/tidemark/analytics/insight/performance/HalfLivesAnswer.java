package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.insight.Evidence;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For how long the posts of each account and content type live.
///
/// @param metric what is counted
public record HalfLivesAnswer(
        long businessId,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant lastCollectedAt,
        Growing metric,
        List<Row> rows) {
    public HalfLivesAnswer {
        rows = List.copyOf(rows);
    }

    public record Account(long id, Platform platform, String handle, String name) {}

    /// @param settledAfterHours the age at which its posts count as settled
    /// @param usualHours the half-life that is usual on the platform
    /// @param curve how what posts settle at comes
    /// @param evidence of the half-life in hours
    public record Row(
            Account account,
            ContentType contentType,
            double settledAfterHours,
            double usualHours,
            List<Point> curve,
            Evidence evidence) {
        public Row {
            curve = List.copyOf(curve);
        }
    }

    /// @param share of the settled total that posts have at the age, on average
    /// @param low below which it lies for one post in twenty
    /// @param high above which it lies for one post in twenty
    /// @param posts how many posts it was learned from; where they are few it is mostly what is usual on
    ///     the platform
    public record Point(double ageHours, double share, double low, double high, int posts) {}
}
