package io.tidemark.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a business is doing: totals, rates, followers and published posts, also per platform.
///
/// @param comparison null where nothing is compared
/// @param firstCollectedAt when the first data of the business came, also where that was after `asOf`; null while none
/// has
/// @param dataExtent null where the accounts in view have no data at all
/// @param metrics all metrics of the dictionary, by key and in its order
/// @param definitions what the derived numbers mean, by id
public record OverviewAnswer(
        long businessId,
        PeriodAnswer period,
        @Nullable ComparisonAnswer comparison,
        long dataVersion,
        @Nullable Instant asOf,
        @Nullable Instant firstCollectedAt,
        @Nullable Instant lastCollectedAt,
        @Nullable DataExtent dataExtent,
        Map<String, MetricAnswer> metrics,
        Map<String, RateAnswer> rates,
        MetricAnswer engagement,
        FollowersAnswer followers,
        PublishedAnswer published,
        List<PlatformAnswer> platforms,
        Map<String, String> definitions) {}
