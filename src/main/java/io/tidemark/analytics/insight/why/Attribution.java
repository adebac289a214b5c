package io.tidemark.analytics.insight.why;

/// Splits the change of a number into effects by cell, exactly.
sealed interface Attribution permits TotalAttribution, RateAttribution {
    /// @param effects by effect and cell, what is to be written
    void split(PeriodSums before, PeriodSums after, double[][] effects);

    /// The number itself.
    double value(PeriodSums sums);
}
