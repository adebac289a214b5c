package io.tidemark.serve.analytics;

import io.tidemark.analytics.ComparisonAnswer;
import io.tidemark.analytics.FollowersAnswer;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.PeriodAnswer;
import io.tidemark.analytics.PublishedAnswer;
import io.tidemark.analytics.RateAnswer;
import io.tidemark.ledger.Business;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A row for every business.
///
/// @param total how many businesses the caller may see
/// @param truncated whether some of them are left out
/// @param definitions what the numbers mean, by id
record PortfolioAnswer(
        List<Row> businesses, String sort, int total, boolean truncated, Map<String, String> definitions) {
    private static final Map<String, String> DEFINITIONS = Definitions.formulas(List.of(
            Definitions.of(Metric.FOLLOWERS),
            Definitions.POSTS,
            Definitions.of(Metric.IMPRESSIONS),
            Definitions.CHANGE,
            Definitions.ENGAGEMENT_RATE,
            Definitions.ENGAGEMENT,
            Definitions.ENGAGEMENT_WITH_CLICKS));

    static PortfolioAnswer of(List<Row> rows, String sort, int total) {
        return new PortfolioAnswer(rows, sort, total, rows.size() < total, DEFINITIONS);
    }

    /// A business with the numbers of its overview, in its own zone.
    ///
    /// @param brokenConnections how many need somebody to sign in again; null while there are none that could break
    record Row(
            long businessId,
            String name,
            boolean demo,
            PeriodAnswer period,
            @Nullable ComparisonAnswer comparison,
            FollowersAnswer followers,
            PublishedAnswer.Posts posts,
            MetricAnswer impressions,
            MetricAnswer engagement,
            RateAnswer engagementRate,
            @Nullable Instant lastCollectedAt,
            @Nullable Integer brokenConnections,
            long dataVersion) {

        static Row of(Business business, OverviewAnswer overview, OptionalInt brokenConnections) {
            return new Row(
                    business.id(),
                    business.name(),
                    business.demo(),
                    overview.period(),
                    overview.comparison(),
                    overview.followers(),
                    overview.published().posts(),
                    Objects.requireNonNull(overview.metrics().get(Metric.IMPRESSIONS.key())),
                    overview.engagement(),
                    Objects.requireNonNull(overview.rates().get("engagement_rate")),
                    overview.lastCollectedAt(),
                    brokenConnections.isPresent() ? brokenConnections.getAsInt() : null,
                    overview.dataVersion());
        }
    }
}
