package io.tidemark.analytics;

import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import org.jspecify.annotations.Nullable;

/// A question about one business.
///
/// @param rateBy what engagement rates divide by on every platform; null leaves each platform its own denominator
public record AnalyticsQuery(
        PeriodChoice period,
        Filters filters,
        Basis.Choice basis,
        Comparison comparison,
        Engagement engagement,
        @Nullable Denominator rateBy) {
    public static final AnalyticsQuery DEFAULT = new AnalyticsQuery(
            PeriodChoice.byDefault(), Filters.NONE, Basis.Choice.AUTO, Comparison.DEFAULT, Engagement.PUBLIC, null);

    /// The same question about other days.
    public AnalyticsQuery over(PeriodChoice other) {
        return new AnalyticsQuery(other, filters, basis, comparison, engagement, rateBy);
    }

    public AnalyticsQuery on(Basis.Choice other) {
        return new AnalyticsQuery(period, filters, other, comparison, engagement, rateBy);
    }

    public AnalyticsQuery with(Filters other) {
        return new AnalyticsQuery(period, other, basis, comparison, engagement, rateBy);
    }

    public AnalyticsQuery comparing(Comparison other) {
        return new AnalyticsQuery(period, filters, basis, other, engagement, rateBy);
    }

    public AnalyticsQuery ratedBy(@Nullable Denominator other) {
        return new AnalyticsQuery(period, filters, basis, comparison, engagement, other);
    }
}
