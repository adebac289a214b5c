package io.tidemark.analytics;

import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question about one business.
///
/// @param rateBy what engagement rates divide by on every platform; null leaves each platform its own denominator
/// @param ownDenominators what the business has settled that rates divide by, for the platforms that leave the shipped
///     default
public record AnalyticsQuery(
        PeriodChoice period,
        Filters filters,
        Basis.Choice basis,
        Comparison comparison,
        Engagement engagement,
        @Nullable Denominator rateBy,
        Map<Platform, Denominator> ownDenominators) {
    public static final AnalyticsQuery DEFAULT = new AnalyticsQuery(
            PeriodChoice.byDefault(), Filters.NONE, Basis.Choice.AUTO, Comparison.DEFAULT, Engagement.PUBLIC, null);

    public AnalyticsQuery {
        ownDenominators = Map.copyOf(ownDenominators);
    }

    public AnalyticsQuery(
            PeriodChoice period,
            Filters filters,
            Basis.Choice basis,
            Comparison comparison,
            Engagement engagement,
            @Nullable Denominator rateBy) {
        this(period, filters, basis, comparison, engagement, rateBy, Map.of());
    }

    /// How a business reckons where a question does not say.
    public record Defaults(Engagement engagement, Map<Platform, Denominator> ownDenominators) {
        /// As shipped.
        public static final Defaults SHIPPED = new Defaults(Engagement.PUBLIC, Map.of());
    }

    /// The default question, reckoned as a business does.
    public static AnalyticsQuery by(Engagement engagement, Map<Platform, Denominator> ownDenominators) {
        return new AnalyticsQuery(
                DEFAULT.period, DEFAULT.filters, DEFAULT.basis, DEFAULT.comparison, engagement, null, ownDenominators);
    }

    /// What the engagement rate of a platform divides by: what the question says, else the business, else the default.
    public Denominator denominator(Platform platform) {
        return rateBy != null ? rateBy : ownDenominators.getOrDefault(platform, Denominator.defaultFor(platform));
    }

    /// The same question about other days.
    public AnalyticsQuery over(PeriodChoice other) {
        return new AnalyticsQuery(other, filters, basis, comparison, engagement, rateBy, ownDenominators);
    }

    public AnalyticsQuery on(Basis.Choice other) {
        return new AnalyticsQuery(period, filters, other, comparison, engagement, rateBy, ownDenominators);
    }

    public AnalyticsQuery with(Filters other) {
        return new AnalyticsQuery(period, other, basis, comparison, engagement, rateBy, ownDenominators);
    }

    public AnalyticsQuery comparing(Comparison other) {
        return new AnalyticsQuery(period, filters, basis, other, engagement, rateBy, ownDenominators);
    }

    public AnalyticsQuery ratedBy(@Nullable Denominator other) {
        return new AnalyticsQuery(period, filters, basis, comparison, engagement, other, ownDenominators);
    }
}
