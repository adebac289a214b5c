package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.insight.ResponseMetric;

/// What is asked about posting times beside what every question says.
///
/// @param chances whether the probability of each slot to be the best is wanted, which takes longer
public record BestTimesQuestion(ResponseMetric metric, boolean chances) {
    public static final BestTimesQuestion DEFAULT = new BestTimesQuestion(ResponseMetric.ENGAGEMENT, false);
}
