package io.tidemark.analytics.post;

import io.tidemark.analytics.AnalyticsCalculator;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is derived from the values of one post.
public final class PostRates {
    private final Map<String, Rate> rates = new LinkedHashMap<>();

    private PostRates() {}

    /// @param numerator what is divided, null where it is missing
    /// @param denominator what it is divided by, null where it is missing
    /// @param by the name of the denominator
    public record Rate(
            @Nullable Double value,
            @Nullable Double numerator,
            @Nullable Double denominator,
            String by,
            String definition) {}

    /// @param followers of the account when the post was published, `NaN` where nobody knows
    /// @param by what its engagement rate divides by
    public static Map<String, Rate> of(
            Platform platform,
            ContentType type,
            MetricValues values,
            double followers,
            Engagement engagement,
            Denominator by) {
        PostRates rates = new PostRates();
        rates.put(
                "engagement_rate",
                AnalyticsCalculator.engagement(engagement, platform, type, values)
                        .orElse(Double.NaN),
                by == Denominator.FOLLOWERS ? followers : values.orNaN(by.metric()),
                by.key(),
                Definitions.ENGAGEMENT_RATE);
        rates.put(
                "ctr",
                values.orNaN(Metric.LINK_CLICKS),
                values.orNaN(Metric.IMPRESSIONS),
                Metric.IMPRESSIONS.key(),
                Definitions.CTR);
        Denominator.ofVirality(platform)
                .ifPresent(exposure -> rates.put(
                        "virality",
                        AnalyticsCalculator.response(Response.AMPLIFICATION, platform, type, values)
                                .orElse(Double.NaN),
                        values.orNaN(exposure.metric()),
                        exposure.key(),
                        Definitions.VIRALITY));
        return rates.rates;
    }

    private void put(String name, double numerator, double denominator, String by, Definition definition) {
        rates.put(
                name,
                new Rate(
                        PostRow.orNull(AnalyticsCalculator.rate(numerator, denominator)),
                        PostRow.orNull(numerator),
                        PostRow.orNull(denominator),
                        by,
                        definition.id()));
    }
}
