package io.tidemark.serve;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question about a business, as the query string asks it: every value is known to be allowed, and those that belong
/// together fit each other. Empty sets mean all.
///
/// @param range key of a named range; null when dates are given
/// @param dates null when a range is named
/// @param compareDates null unless `compare` is `custom`
/// @param erBy null for each platform's own denominator
/// @param metrics of `trends` alone
/// @param asOf null for the present
public record AnalyticsRequest(
        long businessId,
        @Nullable String range,
        @Nullable Dates dates,
        Set<Platform> platforms,
        Set<Long> accountIds,
        Set<ContentType> contentTypes,
        Set<Boosted> boosted,
        String basis,
        String compare,
        @Nullable Dates compareDates,
        String engagement,
        @Nullable String erBy,
        Set<Metric> metrics,
        @Nullable Instant asOf) {
    public AnalyticsRequest {
        platforms = Set.copyOf(platforms);
        accountIds = Set.copyOf(accountIds);
        contentTypes = Set.copyOf(contentTypes);
        boosted = Set.copyOf(boosted);
        metrics = Set.copyOf(metrics);
    }

    /// Both inclusive.
    public record Dates(LocalDate from, LocalDate to) {}
}
