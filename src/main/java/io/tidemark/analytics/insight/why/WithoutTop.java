package io.tidemark.analytics.insight.why;

import org.jspecify.annotations.Nullable;

/// The change if each period's largest post had not been.
///
/// @param change in the unit of the metric
/// @param ratio as a share of what would have been before
/// @param flips whether it goes the other way than the change with them
public record WithoutTop(double change, @Nullable Double ratio, boolean flips) {
    /// Null where a period has fewer than two posts, or a rate nothing left to divide by.
    static @Nullable WithoutTop of(WhyMetric metric, PeriodPosts before, PeriodPosts after, double change) {
        if (before.count() < 2 || after.count() < 2) {
            return null;
        }
        double previous = without(metric, before);
        double value = without(metric, after);
        double left = value - previous;
        return Double.isFinite(left)
                ? new WithoutTop(left, previous > 0 ? left / previous : null, left * change < 0)
                : null;
    }

    private static double without(WhyMetric metric, PeriodPosts posts) {
        double value = 0;
        double exposure = 0;
        int top = 0;
        for (int i = 0; i < posts.count(); i++) {
            value += posts.values()[i];
            exposure += posts.exposures()[i];
            top = posts.values()[i] > posts.values()[top] ? i : top;
        }
        value -= posts.values()[top];
        return metric == WhyMetric.ENGAGEMENT_RATE ? value / (exposure - posts.exposures()[top]) : value;
    }
}
