package io.tidemark.analytics.insight;

/// What is asked about posting times beside what every question says.
///
/// @param chances whether the probability of each slot to be the best is wanted, which takes longer
public record BestTimesQuestion(TimingMetric metric, boolean chances) {
    public static final BestTimesQuestion DEFAULT = new BestTimesQuestion(TimingMetric.ENGAGEMENT, false);
}
